package io.astrionix.musicmuse.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where the server listens, as the operating system says: nowhere that its script did not open. */
@SystemTest
class ListeningST {

    /** Pages, health, and of Payara the commands. */
    private static final int MOST = 3;

    private static final String LISTENING = "0A";

    /** 127.0.0.1 as /proc writes it, and the same as an IPv6 address. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    private final RunningMusicMuse musicMuse;

    ListeningST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Tag("ASVS-13.2.2")
    void the_server_listens_for_pages_health_and_commands_on_loopback_alone() throws IOException {
        var sockets = listeningSockets();
        assertThat(sockets).extracting(Listening::port).contains(musicMuse.httpPort(), musicMuse.managementPort());
        assertThat(sockets).hasSizeLessThanOrEqualTo(MOST).allMatch(socket -> LOOPBACK.contains(socket.address()));
    }

    private List<Listening> listeningSockets() throws IOException {
        var own = socketsOf(musicMuse.serverProcess().pid());
        var all = Stream.concat(
                Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                Files.readAllLines(Path.of("/proc/net/tcp6")).stream());
        return all.map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING) && own.contains(fields[9]))
                .map(fields -> fields[1].split(":"))
                .map(place -> new Listening(place[0], Integer.parseInt(place[1], 16)))
                .toList();
    }

    /** The inodes of a process's sockets. */
    private static Set<String> socketsOf(long process) throws IOException {
        var inodes = new HashSet<String>();
        try (var files = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (var file : files.toList()) {
                try {
                    var target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.replaceAll("\\D", ""));
                    }
                } catch (IOException closedMeanwhile) {
                    // the process goes on while we look
                }
            }
        }
        return inodes;
    }

    /** @param address as /proc writes it */
    private record Listening(String address, int port) {}
}
