package io.astrionix.musicmuse.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** The EAR as it is delivered, with what is inside the modules of its own; libraries are not opened. */
final class Archive {

    private Archive() {}

    /** Contents by path, such as {@code web-module.war!/WEB-INF/web.xml}; folders are left out. */
    static Map<String, byte[]> entries() {
        var ear = Checkout.file("ear/target/musicmuse.ear");
        var entries = new TreeMap<String, byte[]>();
        try (var in = Files.newInputStream(ear)) {
            read(in, "", entries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Build the EAR first: " + ear, unreadable);
        }
        return entries;
    }

    private static void read(InputStream archive, String prefix, Map<String, byte[]> entries) throws IOException {
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                var path = prefix + entry.getName();
                var content = zip.readAllBytes();
                entries.put(path, content);
                if (isOwnModule(path)) {
                    read(new ByteArrayInputStream(content), path + "!/", entries);
                }
            }
        }
    }

    private static boolean isOwnModule(String path) {
        return path.matches("[^/]+-module\\.(jar|war)|lib/io\\.astrionix\\.[^/]+\\.jar");
    }
}
