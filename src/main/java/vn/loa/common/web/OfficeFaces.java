package vn.loa.common.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.context.PrimeFacesContextFactory;
import org.primefaces.csp.CspState;

/** Keeps the library of the back office away from public pages: they neither change by it nor pay for it. */
public class OfficeFaces extends FacesContextFactory {
    public OfficeFaces(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        var plain = getWrapped() instanceof PrimeFacesContextFactory office ? office.getWrapped() : getWrapped();
        var faces = plain.getFacesContext(context, request, response, lifecycle);
        if (request instanceof HttpServletRequest asked && PageRouter.isForOffice(asked)) {
            faces.getAttributes().put(CspState.class.getName(), new Numbered(faces));
            return new PrimeFacesContext(faces);
        }
        // Their policy is said already, and holds without numbers for scripts.
        PrimeFacesContext.getCspState(faces).setInitialized(true);
        return faces;
    }

    /**
     * The number used once that scripts of a page bear. Each page gets a new one. What comes for a part of a page bears the number of the
     * page, which its script tells: it is no page, so it says nothing about what may run. The library itself would keep the number in
     * a session, also for pages that leave nothing else there.
     */
    private static final class Numbered extends CspState {
        private static final String PARAMETER = "primefaces.nonce";

        private final FacesContext faces;
        private @Nullable String number;

        Numbered(FacesContext faces) {
            super(faces);
            this.faces = faces;
        }

        @Override
        public String getNonce() {
            var known = number;
            if (known == null) {
                known = faces.getPartialViewContext().isAjaxRequest() ? told() : generateNonce();
                number = known;
            }
            return known;
        }

        /** Only what looks like one of ours is repeated. With any other number, which its page does not know, no script runs. */
        private String told() {
            var told = Objects.requireNonNullElse(
                    faces.getExternalContext().getRequestParameterMap().get(PARAMETER), "");
            try {
                var text = new String(Base64.getDecoder().decode(told), StandardCharsets.UTF_8);
                if (UUID.fromString(text).toString().equals(text)) {
                    return told;
                }
            } catch (IllegalArgumentException notOurs) {
                // As any other.
            }
            return generateNonce();
        }
    }
}
