package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.shared.BusinessException;
import io.astrionix.musicmuse.shared.SimultaneousChange;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.behavior.ClientBehaviorContext;
import jakarta.faces.component.behavior.ClientBehaviorHolder;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;

/**
 * Shows expected errors as messages on the page they happened on, and a page of its own for a page that was open too
 * long; goes to the page that asks for the password where it must be typed once more. All others go on to the error
 * page, which shows the id under which the log has them.
 */
public class BusinessExceptionHandler extends ExceptionHandlerWrapper {

    private static final String VIEW_STATE = ResponseStateManager.VIEW_STATE_PARAM;

    BusinessExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            var event = events.next().getContext();
            var thrown = event.getException();
            var faces = FacesContext.getCurrentInstance();
            if (faces.getResponseComplete()) {
                continue;
            }
            var expected = find(BusinessException.class, thrown);
            if (expected.isPresent()) {
                show(expected.get());
                events.remove();
            } else if (isExpiredPage(thrown, faces) || hasNoState(event, faces)) {
                answer(HttpServletResponse.SC_CONFLICT, faces);
                events.remove();
            } else if (SimultaneousChange.isCauseOf(thrown)) {
                Messages.error("error.atOnce");
                events.remove();
            } else if (isRefusedInput(thrown) || hasUnknownEvent()) {
                answer(HttpServletResponse.SC_BAD_REQUEST, faces);
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static void show(BusinessException expected) {
        if (!(expected instanceof CredentialNotFreshException)) {
            Messages.error(expected);
            return;
        }
        try {
            FreshCredential.ask();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** In Ajax the wrapped handler shows the same page its own way. */
    private static boolean isExpiredPage(Throwable thrown, FacesContext faces) {
        return find(ViewExpiredException.class, thrown).isPresent()
                && !faces.getPartialViewContext().isAjaxRequest();
    }

    /** A page that keeps its state was sent as one that has none. */
    private static boolean hasNoState(ExceptionQueuedEventContext event, FacesContext faces) {
        return PhaseId.RESTORE_VIEW.equals(event.getPhaseId())
                && "stateless"
                        .equals(faces.getExternalContext()
                                .getRequestParameterMap()
                                .get(VIEW_STATE));
    }

    /**
     * By a service; or by the container, which says with a ServletException that a form with a file was not sent in parts
     * (Servlet 6.0, HttpServletRequest.getParts).
     */
    private static boolean isRefusedInput(Throwable thrown) {
        return find(ConstraintViolationException.class, thrown).isPresent()
                || find(ServletException.class, thrown).isPresent();
    }

    /** A script of ours posts only events of the component it names; OmniFaces fails on others while it shows a failure. */
    private static boolean hasUnknownEvent() {
        var event = Faces.getRequestParameter(ClientBehaviorContext.BEHAVIOR_EVENT_PARAM_NAME);
        return event != null
                && Components.getCurrentActionSource() instanceof ClientBehaviorHolder source
                && !source.getClientBehaviors().containsKey(event);
    }

    /**
     * Nobody's failure here: no 500, nothing in the log. A page was open too long, or a form was sent that its page would
     * not have sent, and the service refused it.
     */
    private static void answer(int status, FacesContext faces) {
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Puts the handler in place (faces-config.xml). */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new BusinessExceptionHandler(getWrapped().getExceptionHandler());
        }
    }
}
