package io.astrionix.musicmuse.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsCertificateTest {

    private static final String PASSWORD = "open sesame";
    private static final int DAYS = 90;

    @TempDir
    private static Path folder;

    /** A certificate for one name, for all names below another, and for an address. */
    @BeforeAll
    static void make() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=school.example",
                "-validity",
                Integer.toString(DAYS),
                "-ext",
                "SAN=dns:Music.school.example,dns:*.lessons.example,ip:192.0.2.7");
        Files.writeString(folder.resolve("no-keystore"), "text");
    }

    @ParameterizedTest
    @CsvSource({
        "https://music.school.example, ''",
        "https://a.lessons.example, ''",
        "https://192.0.2.7, ''",
        "https://school.example, school.example",
        "https://a.b.lessons.example, a.b.lessons.example",
        "https://lessons.example, lessons.example",
    })
    void a_certificate_that_does_not_name_the_site_is_complained_of(String origin, String unnamed) {
        var complaints = complaints(origin, Duration.ZERO);

        assertThat(complaints)
                .isEqualTo(
                        unnamed.isEmpty()
                                ? List.of()
                                : List.of("The certificate in MUSICMUSE_TLS_KEYSTORE does not name " + unnamed + "."));
    }

    @ParameterizedTest
    @CsvSource({"75, ''", "77, ends at", "91, has ended at"})
    void a_certificate_that_ends_is_complained_of_in_time(int days, String words) {
        var complaints = complaints("https://music.school.example", Duration.ofDays(days));

        assertThat(complaints).hasSize(words.isEmpty() ? 0 : 1).allMatch(complaint -> complaint.contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "tls.p12, wrong, MUSICMUSE_TLS_KEYSTORE_PASSWORD",
        "no-keystore, open sesame, MUSICMUSE_TLS_KEYSTORE_PASSWORD",
        "not-there, open sesame, MUSICMUSE_TLS_KEYSTORE",
    })
    void a_file_that_does_not_open_is_refused_in_one_line(String file, String password, String variable) {
        assertThatThrownBy(() -> TlsCertificate.of(settings(folder.resolve(file), password)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " cannot be used: it must be ")
                .message()
                .doesNotContain("\n", PASSWORD);
    }

    @Test
    void a_path_that_depends_on_where_the_server_was_started_is_refused() {
        assertThatThrownBy(() -> TlsCertificate.of(settings(Path.of("tls.p12"), PASSWORD)))
                .hasMessageStartingWith("MUSICMUSE_TLS_KEYSTORE cannot be used: it must be the whole path");
    }

    private static List<String> complaints(String origin, Duration later) {
        return TlsCertificate.of(settings(folder.resolve("tls.p12"), PASSWORD))
                .orElseThrow()
                .complaints(origin, Instant.now().plus(later));
    }

    private static Settings settings(Path keystore, String password) {
        var values = Map.of(
                "musicmuse.tls",
                "true",
                "musicmuse.tls-keystore",
                keystore.toString(),
                "musicmuse.tls-keystore-password",
                password,
                "musicmuse.site-origin",
                "https://music.example.org");
        return new Settings(key -> Optional.ofNullable(values.get(key)));
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve("tls.p12").toString()));
        var keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
    }
}
