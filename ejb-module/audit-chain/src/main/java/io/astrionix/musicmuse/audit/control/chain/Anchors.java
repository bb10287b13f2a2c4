package io.astrionix.musicmuse.audit.control.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file outside the database that remembers how far the chain had come: lines {@code seq hash time}. Whoever cuts off the
 * end of the log would have to change this file too, which belongs on another volume.
 */
public final class Anchors {

    private final Path file;

    public Anchors(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Appends a line, in one write to the disk. */
    public void append(Head head, Instant now) throws IOException {
        var line = head.seq() + " " + head.hash() + " " + now.truncatedTo(ChronoUnit.SECONDS) + "\n";
        Files.createDirectories(file.getParent());
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * The hashes by the numbers of their seals. Two nodes may write to one file; a line they spoiled counts as none.
     *
     * @throws IOException if the file is there and cannot be read
     */
    SortedMap<Long, Set<String>> read() throws IOException {
        var anchors = new TreeMap<Long, Set<String>>();
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.map(line -> line.split(" "))
                        .filter(parts -> parts.length == 3 && parts[0].matches("[0-9]{1,18}"))
                        .forEach(parts -> anchors.computeIfAbsent(Long.valueOf(parts[0]), seq -> new TreeSet<>())
                                .add(parts[1]));
            }
        }
        return anchors;
    }
}
