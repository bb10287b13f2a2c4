package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The practice socket; docs/practice-protocol.md says what goes over it. Who may connect is settled before the
 * handshake (web.xml and {@link io.astrionix.musicmuse.web.shared.SessionAuthenticationMechanism}). The container makes
 * one instance for each socket.
 */
@ServerEndpoint(value = "/ws/practice", configurator = SignInOfHandshake.class)
public class PracticeEndpoint {

    private static final Logger LOG = System.getLogger(PracticeEndpoint.class.getName());

    private static final int MAX_TEXT_BYTES = 4_096;

    /** The container's own limit, in ms: the sweep closes a silent socket, with its reason, long before. */
    private static final long LAST_RESORT_IDLE_MILLIS = 120_000;

    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    @Inject
    private PracticeSockets sockets;

    private Session socket;
    private PracticeConnection connection;

    @OnOpen
    public void open(Session opened) {
        socket = opened;
        socket.setMaxBinaryMessageBufferSize(TakeFrame.MAX_BYTES);
        socket.setMaxTextMessageBufferSize(MAX_TEXT_BYTES);
        socket.setMaxIdleTimeout(LAST_RESORT_IDLE_MILLIS);
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
        connection =
                sockets.open(socket, AccountId.of(socket.getUserPrincipal().getName()), SignInOfHandshake.of(socket));
    }

    @OnMessage
    public void text(String message) {
        if (isWithin(MAX_TEXT_BYTES, message.getBytes(StandardCharsets.UTF_8).length)) {
            connection.text(message);
        }
    }

    @OnMessage
    public void binary(ByteBuffer message) {
        if (isWithin(TakeFrame.MAX_BYTES, message.remaining())) {
            connection.binary(message);
        }
    }

    /** Answers the ping of a socket that is to be closed. */
    @OnMessage
    public void pong(PongMessage answer) {
        connection.pong();
    }

    /** WildFly has closed the socket by itself then; Payara hands over messages of up to 4 MB, whatever limit is set. */
    private boolean isWithin(int limit, int bytes) {
        if (bytes <= limit) {
            return true;
        }
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.TOO_BIG, ""));
        } catch (IOException alreadyGone) {
            LOG.log(Level.DEBUG, "Practice socket broke", alreadyGone);
        }
        return false;
    }

    @OnClose
    public void close() {
        if (connection != null) {
            sockets.closed(connection);
        }
    }

    /** What ends here is the network's doing, or a message over the limit: the container closes the socket. */
    @OnError
    public void failed(Throwable cause) {
        LOG.log(Level.DEBUG, "Practice socket broke", cause);
    }
}
