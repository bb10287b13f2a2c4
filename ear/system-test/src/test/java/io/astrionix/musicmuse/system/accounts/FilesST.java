package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come from people, and files that go to them. */
@SystemTest
class FilesST {

    private static final String CODE = "<%= 6*7 %> #{6*7} <?php echo 6*7; ?>";
    private static final int MOST_BYTES = 100_000;

    /** RFC 6266: a name of letters that mean nothing in a header, and perhaps the same once more in UTF-8. */
    private static final String DISPOSITION =
            "(attachment|inline); ?filename=\"%s\"(; ?filename\\*=(UTF-8|utf-8)''%s)?";

    private final RunningMusicMuse musicMuse;
    private final Person person;
    private final Visitor visitor;

    FilesST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.person = Person.learner(musicMuse);
        this.visitor = Visitor.signedIn(musicMuse, person.account());
    }

    @BeforeEach
    void nobody_has_a_picture_yet() {
        assertThat(ProfilePage.picture(visitor).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell.jsp", "shell.xhtml", "shell.war"})
    @Tag("ASVS-5.3.1")
    @Tag("ASVS-5.3.2")
    void a_file_of_a_user_is_no_page_and_no_program(String name) throws IOException {
        assertThat(ProfilePage.upload(visitor, name, "application/octet-stream", withCode())
                        .statusCode())
                .isEqualTo(302);
        for (var folder : new String[] {"", "account/", "resources/", "resources/musicmuse/", "WEB-INF/"}) {
            assertThat(visitor.get(folder + name).statusCode())
                    .as(folder + name)
                    .isEqualTo(404);
        }
        assertThatNoFileIsThere();
        var picture = ProfilePage.picture(visitor);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain("6*7", "42 42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shell.png",
                "../../standalone/deployments/shell.war",
                "/tmp/shell.png",
                "C:\\\\shell.png",
                "shell%00.png"
            })
    @Tag("ASVS-5.3.2")
    void a_name_that_points_elsewhere_leads_nowhere(String name) throws IOException {
        assertThat(ProfilePage.upload(visitor, name, "image/png", withCode()).statusCode())
                .isIn(200, 302);
        assertThatNoFileIsThere();
    }

    private static void assertThatNoFileIsThere() throws IOException {
        try (var files = Files.walk(SharedMusicMuse.workFolder())) {
            assertThat(files.filter(file -> file.getFileName().toString().contains("shell")))
                    .isEmpty();
        }
        assertThat(Path.of("/tmp/shell.png")).doesNotExist();
    }

    @Test
    @Tag("ASVS-5.2.4")
    void of_one_person_one_small_picture_is_kept_however_many_are_sent() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ProfilePage.upload(visitor, "me.png", "image/png", noise())
                            .statusCode())
                    .isEqualTo(302);
        }
        var picture = ProfilePage.picture(visitor).body();
        assertThat(picture).hasSizeLessThan(MOST_BYTES);
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement(
                        "select count(*) from musicmuse.account_avatar where account_id = ?")) {
            query.setObject(1, person.id());
            var row = query.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    @Tag("ASVS-4.1.1")
    @Tag("ASVS-5.4.1")
    @Tag("ASVS-5.4.2")
    void what_is_downloaded_has_the_name_that_the_server_gave_it() throws Exception {
        ProfilePage.upload(visitor, "x\\\"; filename*=UTF-8''evil.html; y=\\\".png", "text/html", withCode());
        var picture = ProfilePage.picture(visitor).headers();
        assertThat(picture.firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertNamed(value, "avatar.jpg"));

        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        var events = admin.submit(
                "admin/audit.xhtml?filename=evil.html",
                "log",
                "log:export",
                Map.of("log:object", UUID.randomUUID().toString(), "filename", "evil.html"));
        assertDownload(events, "text/csv;charset=UTF-8", "musicmuse-audit.csv");

        var guardian = Visitor.signedIn(musicMuse, musicMuse.demo("GUARDIAN"));
        var child = childOf(musicMuse.demo("GUARDIAN").email());
        var stored = guardian.submit(
                "guardian/child.xhtml?filename=evil.html&id=" + child.id(), "export", "export:submit", Map.of());
        assertDownload(stored, "application/json", "musicmuse-export.json");
    }

    private static void assertDownload(HttpResponse<String> answer, String type, String name) {
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith(type));
        assertThat(answer.headers().allValues("Content-Disposition"))
                .singleElement()
                .satisfies(value -> {
                    assertNamed(value, name);
                    assertThat(value).startsWith("attachment");
                });
    }

    private static void assertNamed(String disposition, String name) {
        assertThat(disposition).matches(DISPOSITION.formatted(name, name));
    }

    private Person childOf(String guardian) throws SQLException {
        var child = Person.learner(musicMuse);
        child.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                child.id());
        child.update(
                "insert into musicmuse.guardianship select gen_random_uuid(), 1, ?, id, now(), 'v1', false"
                        + " from musicmuse.account where email = ?",
                child.id(),
                guardian);
        return child;
    }

    /** A picture with something behind its end. */
    private static byte[] withCode() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        bytes.writeBytes(CODE.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** As large as a picture can be that is a square of so many points: no two are alike. */
    private static byte[] noise() throws IOException {
        var picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        for (int point = 0; point < 512 * 512; point++) {
            picture.setRGB(point % 512, point / 512, (point * 0x9E3779B1) >>> 8);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
