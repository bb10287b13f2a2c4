package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path folder;

    @Test
    void a_checkout_that_was_not_built_is_told_what_to_do() throws IOException {
        var ear = Files.createFile(folder.resolve("app.ear"));
        var server = server(folder.resolve("wildfly"), ear);

        assertThatThrownBy(() -> server.launch(Map.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessage(
                        "There is no configured WildFly at %s: build the project first.", folder.resolve("wildfly"));
    }

    @Test
    void a_missing_application_is_told() throws IOException {
        Path home = Files.createDirectories(folder.resolve("wildfly"));
        Files.createFile(home.resolve("jboss-modules.jar"));
        var server = server(home, folder.resolve("app.ear"));

        assertThatThrownBy(() -> server.launch(Map.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("There is no application at %s: build the project first.", folder.resolve("app.ear"));
    }

    @Test
    void the_make_is_known_by_its_files() throws IOException {
        Path payara = folder.resolve("payara");
        Files.createDirectories(Asadmin.jar(payara).getParent());
        Files.createFile(Asadmin.jar(payara));

        assertThat(ServerMake.id(payara)).isEqualTo("payara");
        assertThat(ServerMake.at(payara, folder, new ServerPorts(1, 2, 3, 4)).title())
                .isEqualTo("Payara");
        assertThat(ServerMake.id(folder.resolve("wildfly"))).isEqualTo("wildfly");
    }

    private ServerProcess server(Path home, Path ear) {
        var ports = new ServerPorts(1, 2, 3, 4);
        return new ServerProcess(ServerMake.at(home, folder.resolve("work"), ports), Optional.of(ear), ports);
    }
}
