package io.astrionix.musicmuse.system;

import java.nio.file.Path;

/** What the build tells the tests about where things are. */
public final class TestPaths {

    private TestPaths() {}

    /** The unpacked server, WildFly or Payara; only read. */
    public static Path serverHome() {
        return path("musicmuse.server.home");
    }

    /** Which server that is, in a word: for the names of figures. */
    public static String server() {
        return property("musicmuse.server");
    }

    /** The application as it is delivered. */
    public static Path ear() {
        return path("musicmuse.ear");
    }

    /** The project's documentation. */
    public static Path docs() {
        return path("musicmuse.docs");
    }

    /** This module's build folder. */
    public static Path target() {
        return path("musicmuse.target");
    }

    private static Path path(String property) {
        return Path.of(property(property)).toAbsolutePath().normalize();
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Run by the build (./mvnw verify), which sets " + name);
        }
        return value;
    }
}
