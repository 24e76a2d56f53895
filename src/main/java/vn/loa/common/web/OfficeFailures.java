package vn.loa.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says in words what went wrong with a form of the back office, on its page, where otherwise nothing would seem to happen, or an error
 * page would take the place of the work. A page that is not known any more is shown anew. Whole pages that fail become error pages, as
 * everywhere.
 */
public class OfficeFailures extends ExceptionHandlerFactory {
    private static final Logger LOG = System.getLogger(OfficeFailures.class.getName());

    /** Value of {@link Addresses#NOTICE}: the portal knows the page no longer, which was open for too long, or too many others were. */
    private static final String EXPIRED = "qua-han";

    public OfficeFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Told(getWrapped().getExceptionHandler());
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
                    if (isExpired) {
                        showAnew(context);
                    } else {
                        say(context, textFor(failure));
                    }
                }
            }
            super.handle();
        }

        private static boolean isOffice(FacesContext context) {
            return context.getExternalContext().getRequest() instanceof HttpServletRequest request
                    && PageRouter.isForOffice(request)
                    && !context.getExternalContext().isResponseCommitted();
        }

        private static Throwable failureOf(ExceptionQueuedEvent event) {
            return event.getContext().getException();
        }

        /** Key of what people are told. */
        private static String textFor(Throwable failure) {
            if (Outage.explains(failure)) {
                LOG.log(Level.WARNING, "The database does not answer; a form of the back office was not taken");
                return "office.notice.tam-nghi";
            }
            LOG.log(Level.ERROR, "A form of the back office failed", failure);
            return "office.notice.truc-trac";
        }

        private static void showAnew(FacesContext context) {
            Redirect.to(visit().getAddress().with(Addresses.NOTICE, EXPIRED).toString(), context);
        }

        /** On the page as it is: what was written stays there. */
        private static void say(FacesContext context, String text) {
            if (context.getExternalContext().getResponse() instanceof HttpServletResponse response) {
                try {
                    response.resetBuffer();
                    PartialAnswer.say(visit().text(text), response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            context.responseComplete();
        }

        private static Visit visit() {
            return CDI.current().select(Visit.class).get();
        }
    }
}
