package io.astrionix.musicmuse.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells whoever starts MusicMuse why it does not start, in one line that a launcher, or grep, finds. */
final class StartRefusal {

    /** What the settings of the role begin with that the application works as, and of the one that owns its tables. */
    static final String APPLICATION_ROLE = "MUSICMUSE_DB";

    static final String OWNER_ROLE = "MUSICMUSE_DB_OWNER";

    private static final Logger LOG = System.getLogger(StartRefusal.class.getName());

    private StartRefusal() {}

    /** @return the same, to be thrown */
    static InvalidSettingException setting(InvalidSettingException wrong) {
        write(wrong.getMessage());
        return wrong;
    }

    /** Writes nothing if it is no matter of settings: then the exception says more. */
    static void database(Throwable failure, String role) {
        DatabaseTrouble.advice(failure, role).ifPresent(StartRefusal::write);
    }

    /** @return to be thrown */
    static IllegalStateException newerDatabase(String version) {
        var advice = "MUSICMUSE_DB_URL leads to a database of a newer MusicMuse (migration " + version
                + "): start that one again, or put back the backup that was made before it.";
        write(advice);
        return new IllegalStateException(advice);
    }

    private static void write(String advice) {
        LOG.log(Level.ERROR, "MUSICMUSE-CONFIG {0} MusicMuse does not start.", advice);
    }
}
