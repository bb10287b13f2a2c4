package io.astrionix.musicmuse.health;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Whom {@link DatabaseCheck} asks. The check is outside the modules of the EAR and sees none of their beans; so the
 * module that has the database comes here and says how it is asked.
 */
public final class DatabaseProbe {

    private static final AtomicReference<BooleanSupplier> PROBE = new AtomicReference<>();

    private DatabaseProbe() {}

    /** @param answering whether the database answers; called from any thread, for each request to {@code /health/ready} */
    public static void ask(BooleanSupplier answering) {
        PROBE.set(answering);
    }

    /** The application ends. */
    public static void forget() {
        PROBE.set(null);
    }

    static boolean isAnswering() {
        var probe = PROBE.get();
        return probe != null && probe.getAsBoolean();
    }
}
