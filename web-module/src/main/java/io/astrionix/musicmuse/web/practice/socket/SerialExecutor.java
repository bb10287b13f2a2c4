package io.astrionix.musicmuse.web.practice.socket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks one after the other, in order, on the threads of another executor. Gives its thread back after a few, so
 * that a busy socket does not keep others waiting.
 */
final class SerialExecutor implements Executor {

    private static final Logger LOG = System.getLogger(SerialExecutor.class.getName());

    private static final int TASKS_A_TURN = 10;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        nextTurn();
    }

    /** @throws RejectedExecutionException if the threads take no more work: the server stops */
    private void nextTurn() {
        try {
            threads.execute(this::turn);
        } catch (RejectedExecutionException serverStops) {
            synchronized (tasks) {
                running = false;
            }
            throw serverStops;
        }
    }

    private void turn() {
        for (int i = 0; i < TASKS_A_TURN; i++) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            run(task);
        }
        nextTurn();
    }

    /** A task that fails must not keep the next ones from running. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "A practice socket's task failed", failure);
        }
    }
}
