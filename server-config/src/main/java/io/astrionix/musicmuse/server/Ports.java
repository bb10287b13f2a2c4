package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 100;

    private Ports() {}

    /**
     * A port that is free now. Below those that operating systems give to outgoing connections (32768 and up): one of these
     * would be taken by the next connection to a database as likely as not before a server has started.
     */
    static int free() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port from " + LOWEST + " to " + HIGHEST);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
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
