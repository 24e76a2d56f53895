package vn.loa.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says in words what went wrong with a form of the back office: its page is shown anew with a sentence on it, where otherwise nothing
 * would seem to happen, or an error page would take the place of the work. Whole pages that fail become error pages, as everywhere.
 */
public class OfficeFailures extends ExceptionHandlerFactory {
    private static final Logger LOG = System.getLogger(OfficeFailures.class.getName());

    public OfficeFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Told(getWrapped().getExceptionHandler());
    }

    /** What has happened, by the value of {@link PublicRoutes#NOTICE}. */
    private enum Notice {
        /** The portal knows the page no longer: it was open for too long, or too many others were. */
        EXPIRED("qua-han"),
        AWAY("tam-nghi"),
        FAILED("truc-trac");

        private final String code;

        Notice(String code) {
            this.code = code;
        }
    }

    private static final class Told extends ExceptionHandlerWrapper {
        Told(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            var context = FacesContext.getCurrentInstance();
            var events = getUnhandledExceptionQueuedEvents().iterator();
            if (events.hasNext() && isOffice(context)) {
                var failure = failureOf(events.next());
                var isExpired = getRootCause(failure) instanceof ViewExpiredException
                        || failure instanceof ViewExpiredException;
                if (isExpired || context.getPartialViewContext().isAjaxRequest()) {
                    events.remove();
                    while (events.hasNext()) {
                        events.next();
                        events.remove();
                    }
                    tell(context, isExpired ? Notice.EXPIRED : noticeOf(failure));
                }
            }
            super.handle();
        }

        private static boolean isOffice(FacesContext context) {
            return context.getExternalContext().getRequest() instanceof HttpServletRequest request
                    && PublicRoutes.isForOffice(request)
                    && !context.getExternalContext().isResponseCommitted();
        }

        private static Throwable failureOf(ExceptionQueuedEvent event) {
            return event.getContext().getException();
        }

        private static Notice noticeOf(Throwable failure) {
            if (Outage.explains(failure)) {
                LOG.log(Level.WARNING, "The database does not answer; a form of the back office was not taken");
                return Notice.AWAY;
            }
            LOG.log(Level.ERROR, "A form of the back office failed", failure);
            return Notice.FAILED;
        }

        private static void tell(FacesContext context, Notice notice) {
            var page = CDI.current().select(Visit.class).get().getAddress();
            Redirect.to(page.with(PublicRoutes.NOTICE, notice.code).toString(), context);
        }
    }
}
