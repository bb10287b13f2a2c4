package io.astrionix.musicmuse.health;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * What {@link ApplicationCheck} tells. The check is outside the modules of the EAR and sees none of their beans; so the
 * modules come here: the one that has the database, and the one that has the pages.
 */
public final class ApplicationState {

    private static final AtomicReference<BooleanSupplier> DATABASE = new AtomicReference<>();
    private static final AtomicBoolean PAGES = new AtomicBoolean();

    private static final AtomicBoolean SHUT = new AtomicBoolean();
    private static final AtomicInteger RETENTION_TROUBLES = new AtomicInteger(-1);

    private ApplicationState() {}

    /** @param answering whether the database answers; called from any thread, for each request to {@code /health/ready} */
    public static void askDatabase(BooleanSupplier answering) {
        DATABASE.set(answering);
    }

    /** @param there whether pages can be asked for */
    public static void pages(boolean there) {
        PAGES.set(there);
    }

    /** @param shut whether nobody may be served although all is there: what the database says is not true yet */
    public static void shut(boolean shut) {
        SHUT.set(shut);
    }

    public static boolean isShut() {
        return SHUT.get();
    }

    /** @param found how many things are wrong with retention, when somebody last looked */
    public static void retentionTroubles(int found) {
        RETENTION_TROUBLES.set(found);
    }

    /** Empty as long as nobody has looked since the start. */
    static OptionalInt retentionTroubles() {
        int found = RETENTION_TROUBLES.get();
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** The application ends. */
    public static void forgetDatabase() {
        DATABASE.set(null);
    }

    static boolean isReady() {
        var database = DATABASE.get();
        return PAGES.get() && !SHUT.get() && database != null && database.getAsBoolean();
    }
}
