package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara's command line, as {@code bin/asadmin} starts it on every operating system. */
final class Asadmin {

    private final Path home;

    /** @param home the unpacked Payara */
    Asadmin(Path home) {
        this.home = home;
    }

    static Path jar(Path home) {
        return home.resolve("glassfish").resolve("lib").resolve("client").resolve("appserver-cli.jar");
    }

    /**
     * Starts a command and returns at once.
     *
     * @param output takes what it says
     */
    Process start(Path output, List<String> arguments) throws IOException {
        var process = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        process.getOutputStream().close();
        return process;
    }

    /**
     * Runs a command to its end.
     *
     * @return what it said, line by line
     * @throws StartFailedException if it failed
     */
    List<String> run(List<String> arguments) throws IOException {
        var process =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> said;
        try (var reader = process.inputReader()) {
            said = reader.lines().toList();
        }
        try {
            if (process.waitFor() != 0) {
                throw new StartFailedException(Texts.text("payara.command", arguments.get(0), String.join(" ", said)));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(Texts.text("start.interrupted"), interrupted);
        }
        return said;
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar(home).toString()));
        command.addAll(arguments);
        return command;
    }
}
