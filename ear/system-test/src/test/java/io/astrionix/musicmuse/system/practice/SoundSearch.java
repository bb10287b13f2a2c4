package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.DatabaseAccess;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for windows of a recording (64 bytes each) on disk and in a database: as PCM and as 32 bit floats in both byte
 * orders, as hexadecimal and Base64 text, and as written numbers.
 */
final class SoundSearch {

    private static final int WINDOW = 32;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LARGEST_FILE = 1L << 28;

    private final List<byte[]> needles = new ArrayList<>();

    // Most places of most files are ruled out by two bytes, nearly all others by eight.
    private final boolean[] firstTwoBytes = new boolean[1 << 16];
    private final Map<Long, List<byte[]>> byFirstEightBytes = new HashMap<>();

    /** @param samples of a recording in which no window is like another, such as noise */
    SoundSearch(short[] samples) {
        for (int begin = 0; begin + WINDOW <= samples.length; begin += samples.length / 5) {
            addFormsOf(Arrays.copyOfRange(samples, begin, begin + WINDOW));
        }
        for (byte[] needle : needles) {
            firstTwoBytes[firstTwo(needle, 0)] = true;
            byFirstEightBytes
                    .computeIfAbsent(firstEight(needle, 0), first -> new ArrayList<>())
                    .add(needle);
        }
    }

    /** All forms that are looked for, to prove that the search finds them. */
    List<byte[]> needles() {
        return needles.stream().map(byte[]::clone).toList();
    }

    /**
     * Three seconds in which no window is like another.
     *
     * @param seed another one for each test class: what one plants to be found stays in the database's log
     */
    static short[] noise(long seed) {
        var random = new Random(seed);
        var samples = new short[3 * Takes.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextInt(16_000) - 8_000);
        }
        return samples;
    }

    /** Where the sound is: the folders of server and database, the database, temporary files changed since then. */
    List<String> everywhere(RunningMusicMuse musicMuse, FileTime since) {
        var places = new ArrayList<String>();
        places.addAll(inFolder(musicMuse.serverFolder()));
        places.addAll(inFolder(SharedMusicMuse.workFolder().resolve("database")));
        places.addAll(inFilesSince(Path.of(System.getProperty("java.io.tmpdir")), since));
        places.addAll(inDatabase(musicMuse.database()));
        return places;
    }

    /** Files of the folder and below that hold the sound. */
    List<String> inFolder(Path folder) {
        return inFilesSince(folder, FileTime.fromMillis(0));
    }

    /** Files of the folder and below that were changed since then and hold the sound. */
    List<String> inFilesSince(Path folder, FileTime since) {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    boolean wanted = facts.isRegularFile()
                            && facts.size() <= LARGEST_FILE
                            && facts.lastModifiedTime().compareTo(since) >= 0;
                    if (wanted && isIn(file)) {
                        found.add(file.toString());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    /** Tables that hold the sound, and large objects if there are any. */
    List<String> inDatabase(DatabaseAccess access) {
        var found = new ArrayList<String>();
        try (Connection connection = access.connect()) {
            for (String table : tables(connection)) {
                if (isIn(dump(connection, "select t::text from " + table + " t"))) {
                    found.add(table);
                }
            }
            if (dump(connection, "select oid::text from pg_largeobject_metadata").length > 0) {
                found.add("large objects");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    boolean isIn(byte[] bytes) {
        for (int i = 0; i + Long.BYTES <= bytes.length; i++) {
            if (firstTwoBytes[firstTwo(bytes, i)] && needleStartsAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(Path file) {
        try {
            return isIn(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private boolean needleStartsAt(byte[] bytes, int at) {
        return byFirstEightBytes.getOrDefault(firstEight(bytes, at), List.of()).stream()
                .anyMatch(needle -> at + needle.length <= bytes.length
                        && Arrays.equals(needle, 0, needle.length, bytes, at, at + needle.length));
    }

    private void addFormsOf(short[] window) {
        for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            var pcm = ByteBuffer.allocate(window.length * Short.BYTES).order(order);
            pcm.asShortBuffer().put(window);
            var floats = ByteBuffer.allocate(window.length * Float.BYTES).order(order);
            for (short sample : window) {
                floats.putFloat(sample / 32_768f);
            }
            needles.add(pcm.array());
            needles.add(floats.array());
            needles.add(ascii(HexFormat.of().formatHex(pcm.array())));
            addBase64(pcm.array());
        }
        for (String separator : List.of(",", ", ", " ", "\n")) {
            needles.add(ascii(IntStream.range(0, window.length)
                    .mapToObj(i -> Short.toString(window[i]))
                    .collect(Collectors.joining(separator))));
        }
    }

    /** Base64 writes three bytes as four letters: the window may begin at each of the three. */
    private void addBase64(byte[] pcm) {
        for (int skipped = 0; skipped < 3; skipped++) {
            int whole = (pcm.length - skipped) / 3 * 3;
            needles.add(Base64.getEncoder().encode(Arrays.copyOfRange(pcm, skipped, skipped + whole)));
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select format('%I.%I', table_schema, table_name)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static byte[] dump(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ByteArrayOutputStream();
            while (rows.next()) {
                all.writeBytes(rows.getBytes(1));
                all.write('\n');
            }
            return all.toByteArray();
        }
    }

    private static int firstTwo(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static long firstEight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
