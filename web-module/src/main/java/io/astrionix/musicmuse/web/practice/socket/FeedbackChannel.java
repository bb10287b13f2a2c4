package io.astrionix.musicmuse.web.practice.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What goes to the page: one message at a time, in order, never waiting. While a slow page lets messages pile up, the
 * pitch display's are dropped, verdicts and results are not.
 *
 * <p>The socket is closed by the container's thread that reads from it, and by another only when the page no longer
 * answers: Payara gives the objects of a request to the next one as soon as its socket is closed, also while the reading
 * thread still works with them, and two requests would then share them (docs/servers.md). A ping brings that thread, and
 * its answer tells that the page has read everything: closed sooner, while messages still come in, a connection may break
 * with its last message and the close code unread.
 */
final class FeedbackChannel {

    private static final Logger LOG = System.getLogger(FeedbackChannel.class.getName());

    /** So many unsent messages mean a slow page. */
    private static final int SLOW = 8;

    /** So many more than were sent at once mean a page that does not read at all. */
    private static final int HOPELESS = 2_000;

    /** How long a page may go on talking after the last message to it, without having read that. */
    private static final Duration TALKING = Duration.ofSeconds(1);

    private static final long POLL_MILLIS = 2;
    private static final long TIDYING_MILLIS = 50;

    private final Session socket;
    private final UnaryOperator<String> noteGivenUp;
    private final Deque<String> unsent = new ArrayDeque<>();
    private int atOnce;
    private boolean looping;
    private boolean sending;
    private CloseReason closeWhenSent;
    private boolean leaving; // nothing more is sent, the socket waits to be closed
    private long leavingSinceNanos;
    private boolean closed;
    private volatile boolean closing; // the container is at it

    /** @param noteGivenUp writes to the log why the page was given up, and gives the id that stands there */
    FeedbackChannel(Session socket, UnaryOperator<String> noteGivenUp) {
        this.socket = socket;
        this.noteGivenUp = noteGivenUp;
    }

    /** Sends a message that must arrive. */
    void send(String message) {
        boolean hopeless;
        synchronized (this) {
            if (leaving || closeWhenSent != null) {
                return;
            }
            hopeless = unsent.size() >= HOPELESS + atOnce;
            if (hopeless) {
                giveUp("its page does not read");
            } else {
                unsent.add(message);
            }
        }
        if (!hopeless) {
            sendAll();
        }
    }

    /** Sends messages that must arrive, however many: they tell nothing of how fast the page reads. */
    void sendAtOnce(List<String> messages) {
        synchronized (this) {
            if (leaving || closeWhenSent != null) {
                return;
            }
            unsent.addAll(messages);
            atOnce += messages.size();
        }
        sendAll();
    }

    /** Sends a message unless the page is slow. */
    void sendIfFast(String message) {
        synchronized (this) {
            if (leaving || closeWhenSent != null || unsent.size() >= SLOW) {
                return;
            }
            unsent.add(message);
        }
        sendAll();
    }

    /** Closes the socket after all messages are out. */
    void close(PracticeClose reason) {
        synchronized (this) {
            if (leaving || closeWhenSent != null) {
                return;
            }
            closeWhenSent = reason.reason();
        }
        sendAll();
    }

    /** A message came. On the thread that reads from the socket, which closes it here if the page goes on talking. */
    void heard() {
        closeAfter(TALKING);
    }

    /** The page has read everything. On the thread that reads from the socket, which closes it here when it is time. */
    void answered() {
        closeAfter(Duration.ZERO);
    }

    /** Closes the socket of a page that has not answered for {@code patience} after its last message. */
    void closeAfter(Duration patience) {
        synchronized (this) {
            if (!leaving || closed || System.nanoTime() - leavingSinceNanos < patience.toNanos()) {
                return;
            }
            closed = true;
            closing = true;
        }
        try {
            closeNow();
        } finally {
            closing = false;
        }
    }

    /**
     * Waits until the socket is closed by both sides, {@code longest} at the most, and until the container has taken it
     * off its list, which no interface tells: Undertow does so a moment later, and stumbles over the list when the session
     * ends just then (ERROR UT015005).
     */
    void awaitClosed(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while ((socket.isOpen() || closing) && System.nanoTime() < end) {
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
                message = sending || leaving ? null : unsent.poll();
                boolean leaves = message == null && !sending && !leaving && closeWhenSent != null;
                if (message == null && !leaves) {
                    looping = false;
                    return;
                }
                sending = message != null;
                if (leaves) {
                    leave(closeWhenSent);
                }
            }
            if (message == null) {
                ping();
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
            if (!result.isOK() && !leaving) {
                giveUp("sending failed: " + result.getException()); // the take waits for its page to come back
            }
        }
        if (result.isOK()) {
            sendAll();
        }
    }

    /** The page cannot be told the id any more but in the close frame. */
    private void giveUp(String why) {
        unsent.clear();
        leave(PracticeClose.FAILED.reason(noteGivenUp.apply(why)));
    }

    private void leave(CloseReason reason) {
        leaving = true;
        leavingSinceNanos = System.nanoTime();
        closeWhenSent = reason;
    }

    /** Any browser answers it by itself. */
    private void ping() {
        try {
            socket.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "Socket was gone before its last ping", gone);
        }
    }

    private void closeNow() {
        try {
            socket.close(closeWhenSent);
        } catch (IOException | IllegalStateException alreadyGone) {
            LOG.log(Level.DEBUG, "Socket was gone before it was closed", alreadyGone);
        }
    }
}
