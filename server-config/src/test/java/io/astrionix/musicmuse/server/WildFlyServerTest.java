package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WildFlyServerTest {

    @TempDir
    Path folder;

    @Test
    void a_checkout_that_was_not_built_is_told_what_to_do() {
        var server = new WildFlyServer(folder.resolve("wildfly"), folder.resolve("app.ear"), folder, 1, 2);

        assertThatThrownBy(() -> server.launch(Map.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessage(
                        "There is no configured WildFly at %s: build the project first.", folder.resolve("wildfly"));
    }

    @Test
    void a_missing_application_is_told() throws IOException {
        Path home = Files.createDirectories(folder.resolve("wildfly"));
        Files.createFile(home.resolve("jboss-modules.jar"));
        var server = new WildFlyServer(home, folder.resolve("app.ear"), folder, 1, 2);

        assertThatThrownBy(() -> server.launch(Map.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("There is no application at %s: build the project first.", folder.resolve("app.ear"));
    }
}
