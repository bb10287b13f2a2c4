package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

    private Ports() {}

    /** A port that is free now; another program may still take it before it is used. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /**
     * @param setting the environment variable that chooses another port
     * @throws StartFailedException if another program listens there
     */
    static void requireFree(int port, String setting) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // Bound and let go again: it was free.
            socket.setSoTimeout(1);
        } catch (IOException taken) {
            throw new StartFailedException(Texts.text("port.taken", port, setting), taken);
        }
    }
}
