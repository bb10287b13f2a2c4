package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.EmbeddedDatabase;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts MusicMuse once for all system tests, with an empty database, and gives it to those that ask. */
public final class SharedMusicMuse implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedMusicMuse.class);

    private static final String PLENTY = "100000/PT1M";

    /**
     * As delivered, but for the patience with silent sockets, which is tested and would cost 15 s, and for limits of what
     * all tests together do from one address.
     */
    public static final Map<String, String> SETTINGS = Map.of(
            "MUSICMUSE_LIMITS_MAIL", PLENTY,
            "MUSICMUSE_PRACTICE_SOCKET_IDLE", "PT8S",
            "MUSICMUSE_LIMITS_SIGN_IN", PLENTY,
            "MUSICMUSE_LIMITS_REGISTER", PLENTY,
            "MUSICMUSE_LIMITS_RESET", PLENTY,
            "MUSICMUSE_LIMITS_CONTACT", PLENTY,
            "MUSICMUSE_LIMITS_TAKE_START", PLENTY,
            "MUSICMUSE_LIMITS_PRACTICE_SOCKET", PLENTY,
            "MUSICMUSE_SIGN_IN_NETWORK_FAILURES", "1000000",
            "MUSICMUSE_SIGN_IN_NETWORK_ACCOUNTS", "1000000");

    /** Where database, server folder and logs of the system tests live. */
    public static Path workFolder() {
        return TestPaths.target().resolve("system-test");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        musicMuse(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningMusicMuse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return musicMuse(context);
    }

    private static RunningMusicMuse musicMuse(ExtensionContext context) {
        // The root's store closes it after the last test class.
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(RunningMusicMuse.class, key -> start(), RunningMusicMuse.class);
    }

    private static RunningMusicMuse start() {
        forgetEarlierRun();
        long begin = System.nanoTime();
        var musicMuse = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), workFolder(), SETTINGS);
        Figures.keep("start-until-ready", (System.nanoTime() - begin) / 1e9, "s", "-");
        return musicMuse;
    }

    /** Database and logs of an earlier run; its processes, if it was killed, are ended here and by the start. */
    private static void forgetEarlierRun() {
        Path database = workFolder().resolve("database");
        new EmbeddedDatabase(database, workFolder().resolve("database.log")).close();
        Path anchors = workFolder().resolve("musicmuse.audit-anchor");
        Path ledger = workFolder().resolve("musicmuse.erasure-ledger");
        var left = List.of(
                database,
                anchors,
                ledger,
                workFolder().resolve("wildfly"),
                workFolder().resolve("payara"));
        left.forEach(SharedMusicMuse::delete);
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
