package io.astrionix.musicmuse.analysis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody sees who calls the command line.
 *
 * @param exitCode 0 when all went well
 * @param out the lines of the standard output
 * @param err the lines of the error output
 */
record Terminal(int exitCode, List<String> out, List<String> err) {

    /** @param arguments what is typed, each by its {@code toString} */
    static Terminal call(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = ListenCommand.run(
                Stream.of(arguments).map(Object::toString).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Terminal(exitCode, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
