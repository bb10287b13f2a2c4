package io.astrionix.musicmuse.shared;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** The same was changed twice at once, and this one came second: a double click, or two tabs. */
public final class SimultaneousChange {

    /** SQL:2016, class 23: integrity constraint violation. */
    private static final String INTEGRITY = "23";

    private SimultaneousChange() {}

    public static boolean isCauseOf(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> isOptimisticLock(cause)
                        || (cause instanceof SQLException failed
                                && String.valueOf(failed.getSQLState()).startsWith(INTEGRITY)));
    }

    /** By its name: at the end of a transaction the provider's own class arrives, not that of Jakarta Persistence. */
    private static boolean isOptimisticLock(Throwable cause) {
        return cause.getClass().getSimpleName().equals("OptimisticLockException");
    }
}
