package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

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

    private PracticeConnection connection;

    @OnOpen
    public void open(Session socket) {
        socket.setMaxBinaryMessageBufferSize(AudioFrame.MAX_BYTES);
        socket.setMaxTextMessageBufferSize(MAX_TEXT_BYTES);
        socket.setMaxIdleTimeout(LAST_RESORT_IDLE_MILLIS);
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
        connection =
                sockets.open(socket, AccountId.of(socket.getUserPrincipal().getName()), SignInOfHandshake.of(socket));
    }

    @OnMessage
    public void text(String message) {
        connection.text(message);
    }

    @OnMessage
    public void binary(ByteBuffer message) {
        connection.binary(message);
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
