package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.control.LedgerEntry.What;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The file of the erasure ledger: lines are added at its end and are on the disk before {@link #append} returns. Each
 * seals the one before, so that a line that was changed, taken out or put in shows. Several nodes may share it.
 */
final class LedgerFile {

    private final Path file;
    private final BiFunction<String, String, String> seal;

    /** @param seal of a key's id and a text */
    LedgerFile(Path file, BiFunction<String, String, String> seal) {
        this.file = file.toAbsolutePath();
        this.seal = seal;
    }

    /**
     * @param atLeast a number that the line's is greater than, whatever the file says
     * @throws UncheckedIOException if it cannot be written: then nothing may be erased
     */
    synchronized LedgerEntry append(
            long atLeast, What what, UUID erasure, String account, String map, long rows, Instant at, String key) {
        return locked(channel -> {
            var last = last(entries(channel));
            var time = at.truncatedTo(ChronoUnit.SECONDS);
            long seq = Math.max(atLeast, last.map(LedgerEntry::seq).orElse(0L)) + 1;
            var text = LedgerEntry.text(seq, what, erasure, account, map, rows, time, key);
            var hash = seal.apply(key, last.map(LedgerEntry::hash).orElse("") + "\n" + text);
            var entry = new LedgerEntry(seq, what, erasure, account, map, rows, time, key, hash);
            write(channel, entry);
            return entry;
        });
    }

    /**
     * Takes lines out from the beginning up to the first that is not older, but for the last line of all, which the next one
     * seals. None from the middle, whatever the clocks of the nodes said: what is left is one chain.
     *
     * @return how many
     * @throws UncheckedIOException if the file cannot be replaced
     */
    synchronized int forget(Instant before) {
        return locked(channel -> {
            var entries = entries(channel);
            int first = 0;
            while (first < entries.size() - 1 && entries.get(first).at().isBefore(before)) {
                first++;
            }
            if (first > 0) {
                replace(entries.subList(first, entries.size()));
            }
            return first;
        });
    }

    private void replace(List<LedgerEntry> entries) throws IOException {
        var other = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(other);
        try (var channel = FileChannel.open(
                other, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (var entry : entries) {
                write(channel, entry);
            }
        }
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Does something with the file that no other node does anything with meanwhile. */
    private <T> T locked(Work<T> work) {
        try {
            Files.createDirectories(file.getParent());
            while (true) {
                var before = key();
                try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    channel.lock(); // until it is closed
                    // Another node may have put a new file in its place while this one waited.
                    if (before.isEmpty() || before.equals(key())) {
                        return work.in(channel);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Which file it is, as the file system knows it; empty if there is none, or the system does not say. */
    private Optional<Object> key() throws IOException {
        return Files.exists(file)
                ? Optional.ofNullable(
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                : Optional.empty();
    }

    /** What is done with the locked file. */
    @FunctionalInterface
    private interface Work<T> {
        T in(FileChannel channel) throws IOException;
    }

    /**
     * @throws UncheckedIOException if the file is there and cannot be read
     * @throws IllegalStateException if a line is not what was written
     */
    List<LedgerEntry> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var entries = entries(channel);
            requireChain(entries);
            return entries;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(FileChannel channel, LedgerEntry entry) throws IOException {
        // A line that a dying server left half written is overwritten: nothing was erased by it.
        channel.position(endOfLastLine(channel));
        var bytes = ByteBuffer.wrap((entry.line() + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(channel.position());
        channel.force(true);
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long at = channel.size(); at > 0; at--) {
            one.clear();
            channel.read(one, at - 1);
            if (one.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }

    private static List<LedgerEntry> entries(FileChannel channel) throws IOException {
        channel.position(0);
        // Not closed: that would close the channel and give up its lock.
        var bytes = Channels.newInputStream(channel).readAllBytes();
        var text = new String(bytes, StandardCharsets.US_ASCII);
        var entries = new ArrayList<LedgerEntry>();
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            if (!line.isEmpty()) {
                entries.add(parse(line));
            }
        }
        return entries;
    }

    private static LedgerEntry parse(String line) {
        try {
            return LedgerEntry.parse(line);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("The erasure ledger has a line that nobody wrote", wrong);
        }
    }

    /** The first line may follow one that has gone after its time. */
    private void requireChain(List<LedgerEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            var entry = entries.get(i);
            var text = LedgerEntry.text(
                    entry.seq(),
                    entry.what(),
                    entry.erasure(),
                    entry.account(),
                    entry.map(),
                    entry.rows(),
                    entry.at(),
                    entry.key());
            if (!seal.apply(entry.key(), entries.get(i - 1).hash() + "\n" + text)
                    .equals(entry.hash())) {
                throw new IllegalStateException("The erasure ledger was changed at line " + (i + 1));
            }
        }
    }

    private static Optional<LedgerEntry> last(List<LedgerEntry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }
}
