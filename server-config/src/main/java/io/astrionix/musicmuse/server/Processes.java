package io.astrionix.musicmuse.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Knowing processes again, and ending them so that none is left behind. */
final class Processes {

    /** A start time is told in whole seconds by some, and reckoned from the time of the last boot by others. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private Processes() {}

    /** Whether both are the start of one process; the numbers of processes are given out again. */
    static boolean sameStart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Asks the process to end, and kills it if it has not ended after the patience. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, patience);
        }
    }

    /**
     * Ends a process of an earlier start.
     *
     * @throws StartFailedException if it lives on although it was killed
     */
    static void endLeftover(ProcessHandle process, Duration patience) {
        end(process, patience);
        if (process.isAlive()) {
            throw new StartFailedException(Texts.text("process.survives", process.pid()));
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
