package vn.loa.common.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.context.PrimeFacesContextFactory;

/** Keeps the library of the back office away from public pages: they neither change by it nor pay for it. */
public class OfficeFaces extends FacesContextFactory {
    public OfficeFaces(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        if (request instanceof HttpServletRequest asked && PublicRoutes.isForOffice(asked)) {
            return getWrapped().getFacesContext(context, request, response, lifecycle);
        }
        var plain = getWrapped() instanceof PrimeFacesContextFactory office ? office.getWrapped() : getWrapped();
        var faces = plain.getFacesContext(context, request, response, lifecycle);
        // Their policy is said already, and holds without numbers for scripts.
        PrimeFacesContext.getCspState(faces).setInitialized(true);
        return faces;
    }
}
