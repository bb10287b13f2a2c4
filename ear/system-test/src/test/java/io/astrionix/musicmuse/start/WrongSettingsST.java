package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.server.EmbeddedDatabase;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.server.StartFailedException;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With a setting that cannot work MusicMuse does not start, and one line says which setting it is and what to do. */
@Tag("start")
@Tag("ASVS-13.4.2")
@TestInstance(Lifecycle.PER_CLASS)
class WrongSettingsST {

    private static final Path FOLDER = TestPaths.target().resolve("wrong-settings");
    private static final String OTHER_ROLE = "musicmuse_other";
    private static final String OTHER_PASSWORD = "other-password";

    private int told;

    /** Roles that a mistaken administrator might name; a folder where there is none; keys without a pepper. */
    @BeforeAll
    static void prepare() throws IOException, SQLException {
        var database = new EmbeddedDatabase(FOLDER.resolve("database"), FOLDER.resolve("database.log"));
        database.start();
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("drop role if exists " + OTHER_ROLE);
            statement.execute("create role " + OTHER_ROLE + " login password '" + OTHER_PASSWORD + "'");
        } finally {
            database.close();
        }
        Files.writeString(FOLDER.resolve("no-folder"), "a file");
        Files.writeString(FOLDER.resolve("no-pepper"), "AUDIT_CHAIN.1 = " + "A".repeat(43) + "=\n");
    }

    @AfterAll
    void keepFigure() {
        Figures.keep("wrong-settings-told", told, "of " + (settings().count() + 2), "= all");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void one_line_names_the_setting(String what, Map<String, String> settings, String line) {
        try (var musicMuse = RunningMusicMuse.at(TestPaths.serverHome(), TestPaths.ear(), FOLDER, settings)) {
            assertThatThrownBy(musicMuse::start)
                    .isInstanceOf(StartFailedException.class)
                    .satisfies(failure -> assertThat(failure.getMessage())
                            .startsWith(line)
                            .endsWith("MusicMuse does not start.")
                            .doesNotContain("\n", OTHER_PASSWORD));
            assertThat(musicMuse.isReady())
                    .as("health of a server that waits for a mend")
                    .isFalse();
        }
        told++;
    }

    /** Told by the server or by MusicMuse, whoever opens the file first. */
    @Test
    void a_wrong_password_of_the_certificate_names_the_certificate() {
        var settings = Map.of("MUSICMUSE_TLS", "true", "MUSICMUSE_TLS_KEYSTORE_PASSWORD", OTHER_PASSWORD);
        try (var musicMuse = RunningMusicMuse.at(TestPaths.serverHome(), TestPaths.ear(), FOLDER, settings)) {
            assertThatThrownBy(musicMuse::start)
                    .isInstanceOf(StartFailedException.class)
                    .satisfies(failure -> assertThat(failure.getMessage())
                            .contains("MUSICMUSE_TLS_KEYSTORE")
                            .doesNotContain("\n", OTHER_PASSWORD));
            assertThat(musicMuse.isReady()).isFalse();
        }
        told++;
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_setting() throws IOException {
        try (var musicMuse = RunningMusicMuse.at(TestPaths.serverHome(), TestPaths.ear(), FOLDER, Map.of());
                var other = new ServerSocket(musicMuse.httpPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(musicMuse::start)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("Port " + other.getLocalPort() + " is taken by another program: end it, or set"
                            + " MUSICMUSE_HTTP_PORT to a free port.");
            assertThat(musicMuse.isReady()).isFalse();
        }
        told++;
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(
                        "no database at the address",
                        Map.of("MUSICMUSE_DB_URL", "jdbc:postgresql://127.0.0.1:1/musicmuse"),
                        "MUSICMUSE_DB_URL leads to no database"),
                Arguments.of(
                        "a role that is not there",
                        Map.of("MUSICMUSE_DB_USER", "nobody"),
                        "MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD are refused"),
                Arguments.of(
                        "a wrong password",
                        Map.of("MUSICMUSE_DB_PASSWORD", OTHER_PASSWORD),
                        "MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD are refused"),
                Arguments.of(
                        "a wrong password of the owner",
                        Map.of("MUSICMUSE_DB_OWNER_PASSWORD", OTHER_PASSWORD),
                        "MUSICMUSE_DB_OWNER_USER and MUSICMUSE_DB_OWNER_PASSWORD are refused"),
                Arguments.of(
                        "an owner that owns nothing",
                        Map.of("MUSICMUSE_DB_OWNER_USER", OTHER_ROLE, "MUSICMUSE_DB_OWNER_PASSWORD", OTHER_PASSWORD),
                        "MUSICMUSE_DB_OWNER_USER may not do"),
                Arguments.of(
                        "a superuser as owner",
                        Map.of("MUSICMUSE_DB_OWNER_USER", "postgres"),
                        "MUSICMUSE_DB_OWNER_USER cannot be used"),
                Arguments.of(
                        "a superuser as the application",
                        Map.of("MUSICMUSE_DB_USER", "postgres"),
                        "MUSICMUSE_DB_OWNER_USER cannot be used"),
                Arguments.of(
                        "keys without a pepper",
                        Map.of(
                                "MUSICMUSE_KEYS_FILE",
                                FOLDER.resolve("no-pepper").toString()),
                        "MUSICMUSE_KEYS_FILE cannot be used"),
                Arguments.of(
                        "a data folder that takes no files",
                        Map.of(
                                "MUSICMUSE_KEYS_FILE",
                                FOLDER.resolve("no-folder").resolve("keys").toString()),
                        "MUSICMUSE_KEYS_FILE cannot be used"),
                Arguments.of(
                        "an origin that anybody can listen to",
                        Map.of("MUSICMUSE_SITE_ORIGIN", "http://music.example.org"),
                        "MUSICMUSE_SITE_ORIGIN cannot be used"),
                Arguments.of(
                        "an origin with a path",
                        Map.of("MUSICMUSE_SITE_ORIGIN", "https://music.example.org/music"),
                        "MUSICMUSE_SITE_ORIGIN cannot be used"),
                Arguments.of(
                        "an origin with TLS that nothing speaks",
                        Map.of("MUSICMUSE_SITE_ORIGIN", "https://music.example.org"),
                        "MUSICMUSE_TLS cannot be used"),
                Arguments.of(
                        "a certificate that is not there",
                        Map.of("MUSICMUSE_TLS", "true", "MUSICMUSE_TLS_KEYSTORE", "/no-folder/music.p12"),
                        "MUSICMUSE_TLS_KEYSTORE cannot be used"),
                Arguments.of(
                        "a proxy by its name",
                        Map.of("MUSICMUSE_TRUSTED_PROXIES", "proxy.example.org"),
                        "MUSICMUSE_TRUSTED_PROXIES cannot be used"),
                Arguments.of(
                        "a duration without its unit",
                        Map.of("MUSICMUSE_PRACTICE_TAKE_GRACE", "60"),
                        "MUSICMUSE_PRACTICE_TAKE_GRACE cannot be used"),
                Arguments.of(
                        "a limit without its time",
                        Map.of("MUSICMUSE_LIMITS_SIGN_IN", "60"),
                        "MUSICMUSE_LIMITS_SIGN_IN cannot be used"),
                Arguments.of(
                        "a mail server without an address to send from",
                        Map.of("MUSICMUSE_SMTP_HOST", "mail.example.org"),
                        "MUSICMUSE_SMTP_FROM cannot be used"),
                Arguments.of(
                        "mails in clear text through the network",
                        Map.of(
                                "MUSICMUSE_SMTP_HOST", "mail.example.org",
                                "MUSICMUSE_SMTP_FROM", "music@example.org",
                                "MUSICMUSE_SMTP_TLS", "none"),
                        "MUSICMUSE_SMTP_TLS cannot be used"));
    }
}
