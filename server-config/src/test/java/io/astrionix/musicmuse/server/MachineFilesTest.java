package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the kits bring for a machine says what the guide promises. That it also does so is tried by {@code try-install.sh}, which
 * needs a Debian of its own and minutes.
 */
class MachineFilesTest {

    private static final Path FILES = Path.of("systemd");
    private static final Path GUIDE = Path.of("../docs/install-debian.md");

    /** The last word about what the server's user begins is no; before it only this machine, mail and names are let through. */
    @Test
    @Tag("ASVS-13.2.5")
    void the_firewall_lets_the_server_call_its_list_alone() throws IOException {
        var rules = read("musicmuse.nftables.conf");
        assertThat(rules).contains("meta skuid musicmuse ct state new goto begun_by_musicmuse");
        var chain = rules.replaceAll("(?s).*chain begun_by_musicmuse \\{", "").replaceAll("(?s)}\\s*}\\s*$", "");
        assertThat(chain.lines().map(String::strip).filter(line -> line.endsWith("accept")))
                .containsExactly(
                        "oif lo accept",
                        "ip daddr $mail tcp dport 587 accept",
                        "ip daddr $resolver meta l4proto { tcp, udp } th dport 53 accept");
        assertThat(chain.strip()).endsWith("reject");
    }

    @ParameterizedTest
    @Tag("ASVS-16.4.2")
    @ValueSource(strings = {"musicmuse-wildfly.service", "musicmuse-payara.service"})
    void what_the_server_writes_is_closed_to_strangers(String unit) throws IOException {
        assertThat(read(unit))
                .contains("User=musicmuse", "UMask=0027", "NoNewPrivileges=yes", "ProtectSystem=strict")
                .contains("CapabilityBoundingSet=CAP_NET_BIND_SERVICE\n");
        assertThat(read("musicmuse.tmpfiles.conf"))
                .containsPattern("d /var/log/musicmuse +2750 +musicmuse +adm +m:90d");
    }

    @Test
    @Tag("ASVS-16.4.3")
    void logs_go_to_another_machine_too() throws IOException {
        var ship = new CommandBlocks(GUIDE).take("ship");
        assertThat(ship)
                .contains("URL=https://", "TrustedCertificateFile=", "systemctl enable systemd-journal-upload")
                .contains("StartLimitIntervalSec=0");
        assertThat(read("musicmuse.journald.conf")).contains("MaxRetentionSec=90day");
    }

    @Test
    @Tag("ASVS-13.2.3")
    void every_password_of_the_guide_is_made_on_the_machine() throws IOException {
        var made = new CommandBlocks(GUIDE).take("environment");
        var example = read("musicmuse.env.example");
        var placeholders = example.lines()
                .filter(line -> line.matches("[A-Z_]*PASSWORD=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(placeholders).hasSizeGreaterThanOrEqualTo(3).allSatisfy(placeholder -> assertThat(made)
                .contains("s|" + placeholder + "|$(openssl rand -hex 24)|"));
        assertThat(new CommandBlocks(GUIDE).take("payara-unpack")).contains("change-admin-password");
    }

    private static String read(String file) throws IOException {
        return Files.readString(FILES.resolve(file));
    }
}
