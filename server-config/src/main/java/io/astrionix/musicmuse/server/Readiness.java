package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.OptionalInt;

/** Asks over HTTP whether the application answers. */
final class Readiness {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final URI page;
    private final URI health;

    Readiness(int httpPort, int managementPort) {
        page = URI.create("http://127.0.0.1:" + httpPort + "/");
        health = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    /** Every readiness check is up, and the start page is a page or the way to the sign-in page. */
    boolean applicationAnswers() {
        return isUp(health) && isBetween(status(page), 200, 399);
    }

    /** Whether there is a health check that says so. */
    static boolean isUp(URI health) {
        return isBetween(status(health), 200, 299);
    }

    /** Whether anything answers there, whatever it says. */
    static boolean answers(URI address) {
        return status(address).isPresent();
    }

    private static boolean isBetween(OptionalInt status, int lowest, int highest) {
        return status.isPresent() && status.getAsInt() >= lowest && status.getAsInt() <= highest;
    }

    private static OptionalInt status(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                return OptionalInt.of(connection.getResponseCode());
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return OptionalInt.empty();
        }
    }
}
