package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.shared.BusinessException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows expected errors as messages on the page they happened on; all others go on to the error page, which shows the
 * id under which the log has them.
 */
public class BusinessExceptionHandler extends ExceptionHandlerWrapper {

    BusinessExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            var expected = expectedError(events.next().getContext().getException());
            if (expected.isPresent() && !FacesContext.getCurrentInstance().getResponseComplete()) {
                Messages.error(expected.get());
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static Optional<BusinessException> expectedError(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(BusinessException.class::isInstance)
                .map(BusinessException.class::cast)
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
