package vn.loa.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** Sends what the forms of the back office hold to the address that people see: a view's own name is no address. */
public class OfficeViews extends ViewHandlerWrapper {
    public OfficeViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        return context.getExternalContext().getRequest() instanceof HttpServletRequest request
                        && PageRouter.isForOffice(request)
                ? CDI.current()
                        .select(Visit.class)
                        .get()
                        .getAddress()
                        .without(Addresses.NOTICE)
                        .toString()
                : super.getActionURL(context, viewId);
    }
}
