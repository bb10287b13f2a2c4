package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Objects;
import java.util.UUID;

/**
 * Binds a practice socket to the sign-in of the HTTP session that opened it (ASVS 4.4.3). Each handshake has a
 * configuration of its own (Jakarta WebSocket 2.1), so handshakes at the same time do not mix.
 */
public class SignInOfHandshake extends ServerEndpointConfig.Configurator {

    private static final String PROPERTY = SignInOfHandshake.class.getName();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        SignedIn.id((HttpSession) request.getHttpSession())
                .ifPresent(signIn -> config.getUserProperties().put(PROPERTY, signIn));
    }

    /** @throws NullPointerException if the handshake had no session: such handshakes are refused before */
    static UUID of(Session socket) {
        return (UUID) Objects.requireNonNull(socket.getUserProperties().get(PROPERTY), PROPERTY);
    }
}
