package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherSettingsTest {

    private static final Path CHECKOUT = Path.of("checkout").toAbsolutePath();

    @Test
    void nothing_set_means_the_usual_ports_and_a_folder_in_the_checkout() {
        var settings = LauncherSettings.from(Map.of(), CHECKOUT);

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(9990);
        assertThat(settings.dataFolder()).isEqualTo(CHECKOUT.resolve(".musicmuse"));
        assertThat(settings.ownDatabase()).isEmpty();
    }

    @Test
    void what_is_set_counts() {
        var settings = LauncherSettings.from(
                Map.of(
                        "MUSICMUSE_HTTP_PORT", "18080",
                        "MUSICMUSE_MANAGEMENT_PORT", " 19990 ",
                        "MUSICMUSE_DATA_DIR", "elsewhere"),
                CHECKOUT);

        assertThat(settings.httpPort()).isEqualTo(18080);
        assertThat(settings.managementPort()).isEqualTo(19990);
        assertThat(settings.dataFolder()).isEqualTo(CHECKOUT.resolve("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "65536", "-1", "8080.0", "99999999999"})
    void a_port_that_is_none_is_named_with_its_setting(String port) {
        assertThatThrownBy(() -> LauncherSettings.from(Map.of("MUSICMUSE_HTTP_PORT", port), CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("MUSICMUSE_HTTP_PORT is \"%s\": it must be a port, a whole number from 1 to 65535.", port);
    }

    @Test
    void both_ports_alike_are_refused() {
        assertThatThrownBy(() -> LauncherSettings.from(Map.of("MUSICMUSE_HTTP_PORT", "9990"), CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("MUSICMUSE_HTTP_PORT and MUSICMUSE_MANAGEMENT_PORT are both 9990: they must differ.");
    }

    @Test
    void with_tls_three_ports_must_differ() {
        assertThat(LauncherSettings.from(Map.of("MUSICMUSE_HTTP_PORT", "8443"), CHECKOUT)
                        .tls())
                .isFalse();
        assertThatThrownBy(() ->
                        LauncherSettings.from(Map.of("MUSICMUSE_TLS", "true", "MUSICMUSE_HTTP_PORT", "8443"), CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("MUSICMUSE_HTTP_PORT and MUSICMUSE_HTTPS_PORT are both 8443: they must differ.");
        assertThatThrownBy(() -> LauncherSettings.from(Map.of("MUSICMUSE_TLS", "yes"), CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("MUSICMUSE_TLS must be true or false.");
    }

    @Test
    void a_certificate_is_made_for_tls_alone_and_only_where_none_is_named() {
        assertThat(LauncherSettings.from(Map.of("MUSICMUSE_TLS", "true"), CHECKOUT)
                        .developmentCertificate())
                .isPresent();
        assertThat(LauncherSettings.from(Map.of(), CHECKOUT).developmentCertificate())
                .isEmpty();
        assertThat(LauncherSettings.from(
                                Map.of("MUSICMUSE_TLS", "true", "MUSICMUSE_TLS_KEYSTORE", "/etc/site.p12"), CHECKOUT)
                        .developmentCertificate())
                .isEmpty();
    }

    @Test
    void a_database_of_ones_own_is_taken() {
        var settings = LauncherSettings.from(
                Map.of(
                        "MUSICMUSE_DB_URL", "jdbc:postgresql://db.school.test/musicmuse",
                        "MUSICMUSE_DB_USER", "anna",
                        "MUSICMUSE_DB_PASSWORD", "secret",
                        "MUSICMUSE_DB_OWNER_USER", "otto",
                        "MUSICMUSE_DB_OWNER_PASSWORD", "hidden"),
                CHECKOUT);

        var url = "jdbc:postgresql://db.school.test/musicmuse";
        assertThat(settings.ownDatabase())
                .contains(new DatabaseRoles(
                        new DatabaseAccess(url, "anna", "secret"), new DatabaseAccess(url, "otto", "hidden")));
    }

    @Test
    void a_database_without_password_is_refused() {
        assertThatThrownBy(() -> LauncherSettings.from(
                        Map.of("MUSICMUSE_DB_URL", "jdbc:postgresql://db/musicmuse", "MUSICMUSE_DB_USER", "anna"),
                        CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("MUSICMUSE_DB_PASSWORD is missing");
    }

    @Test
    void a_database_without_its_owner_is_refused() {
        var environment = Map.of(
                "MUSICMUSE_DB_URL", "jdbc:postgresql://db/musicmuse",
                "MUSICMUSE_DB_USER", "anna",
                "MUSICMUSE_DB_PASSWORD", "secret");
        assertThatThrownBy(() -> LauncherSettings.from(environment, CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("MUSICMUSE_DB_OWNER_USER is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:secret",
                "postgresql://anna:secret@db/musicmuse",
                "jdbc:postgresql://db:99999999/musicmuse?password=secret"
            })
    void what_is_no_database_address_is_refused_and_not_shown(String url) {
        var environment = Map.of("MUSICMUSE_DB_URL", url);
        assertThatThrownBy(() -> LauncherSettings.from(environment, CHECKOUT))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("MUSICMUSE_DB_URL is no address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void passwords_stay_out_of_texts() {
        var database = new DatabaseAccess("jdbc:postgresql://db/musicmuse", "anna", "secret");
        var account = DemoAccount.of("LEARNER", RandomSecret.next(), RandomSecret.nextSeed());

        assertThat(database.toString()).doesNotContain("secret");
        assertThat(account.toString()).doesNotContain(account.password());
    }
}
