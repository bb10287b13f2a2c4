package io.astrionix.musicmuse.web.practice.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What goes to the page: one message at a time, in order, never waiting. While a slow page lets messages pile up, the
 * pitch display's are dropped, verdicts and results are not.
 */
final class FeedbackChannel {

    private static final Logger LOG = System.getLogger(FeedbackChannel.class.getName());

    /** So many unsent messages mean a slow page. */
    private static final int SLOW = 8;

    /** So many mean a page that does not read at all. */
    private static final int HOPELESS = 2_000;

    private static final long POLL_MILLIS = 2;
    private static final long TIDYING_MILLIS = 50;

    private final Session socket;
    private final Deque<String> unsent = new ArrayDeque<>();
    private boolean looping;
    private boolean sending;
    private CloseReason closeWhenSent;
    private boolean closed;

    FeedbackChannel(Session socket) {
        this.socket = socket;
    }

    /** Sends a message that must arrive. */
    void send(String message) {
        boolean hopeless;
        synchronized (this) {
            if (closed || closeWhenSent != null) {
                return;
            }
            hopeless = unsent.size() >= HOPELESS;
            if (hopeless) {
                closed = true;
                unsent.clear();
            } else {
                unsent.add(message);
            }
        }
        if (hopeless) {
            closeNow(PracticeClose.FAILED.reason());
        } else {
            sendAll();
        }
    }

    /** Sends a message unless the page is slow. */
    void sendIfFast(String message) {
        synchronized (this) {
            if (closed || closeWhenSent != null || unsent.size() >= SLOW) {
                return;
            }
            unsent.add(message);
        }
        sendAll();
    }

    /** Closes the socket after all messages are out. */
    void close(PracticeClose reason) {
        synchronized (this) {
            if (closed || closeWhenSent != null) {
                return;
            }
            closeWhenSent = reason.reason();
        }
        sendAll();
    }

    /**
     * Waits until the socket is closed by both sides, {@code longest} at the most, and until the container has taken it
     * off its list, which no interface tells: Undertow does so a moment later, and stumbles over the list when the session
     * ends just then (ERROR UT015005).
     */
    void awaitClosed(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (socket.isOpen() && System.nanoTime() < end) {
                Thread.sleep(POLL_MILLIS);
            }
            Thread.sleep(TIDYING_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends what can be sent. A loop, not one call inside the other: a container may confirm a message before
     * {@code sendText} returns.
     */
    private void sendAll() {
        synchronized (this) {
            if (looping) {
                return; // the loop looks again before it ends
            }
            looping = true;
        }
        while (true) {
            String message;
            synchronized (this) {
                message = sending || closed ? null : unsent.poll();
                boolean closes = message == null && !sending && !closed && closeWhenSent != null;
                if (message == null && !closes) {
                    looping = false;
                    return;
                }
                sending = message != null;
                closed = closes;
            }
            if (message == null) {
                closeNow(closeWhenSent);
            } else {
                sendOne(message);
            }
        }
    }

    private void sendOne(String message) {
        try {
            socket.getAsyncRemote().sendText(message, this::sent);
        } catch (RuntimeException gone) {
            sent(new SendResult(gone));
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            sending = false;
            if (!result.isOK()) {
                closed = true; // the page is gone; the take waits for it to come back
                unsent.clear();
            }
        }
        if (result.isOK()) {
            sendAll();
        } else {
            closeNow(PracticeClose.FAILED.reason());
        }
    }

    private void closeNow(CloseReason reason) {
        try {
            socket.close(reason);
        } catch (IOException | IllegalStateException alreadyGone) {
            LOG.log(Level.DEBUG, "Socket was gone before it was closed", alreadyGone);
        }
    }
}
