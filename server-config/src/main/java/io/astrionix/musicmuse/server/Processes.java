package io.astrionix.musicmuse.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending processes so that none is left behind. */
final class Processes {

    private Processes() {}

    /** Asks the process to end, and kills it if it has not ended after the patience. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, patience);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException stillThere) {
            return false;
        }
    }
}
