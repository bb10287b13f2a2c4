package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile of somebody who has just registered. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileST {

    private static final String SECRET = "SECRET-OF-THE-UPLOAD";

    private final RunningMusicMuse musicMuse;
    private final String email = UUID.randomUUID() + "@profile.test";
    private final Visitor visitor;

    ProfileST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.visitor = Visitor.stranger(musicMuse);
    }

    @BeforeAll
    void register() {
        RegisterPage.register(visitor, email, YearMonth.now(ZoneOffset.UTC).minusYears(30));
        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.VERIFY_EMAIL);
        visitor.submit(link, "verify", "verify:submit", Map.of("verify:password", RegisterPage.PASSWORD));
        assertThat(visitor.signIn(email, RegisterPage.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("R3")
    void what_is_said_is_kept_and_what_is_cleared_is_gone() throws Exception {
        var fields = ProfilePage.empty("Ana Lucía");
        fields.put("profile:instrument_input", "cello");
        fields.put("profile:level_input", "ADVANCED");
        fields.put("profile:bio", "Plays\r\nsince 1999");
        fields.put("profile:interests", "IBERIA");
        assertThat(ProfilePage.save(visitor, fields).statusCode()).isEqualTo(302);
        assertThat(number("select count(*) from musicmuse.account_profile p where instrument_id = 'cello'"
                        + " and skill_level = 'ADVANCED' and bio = E'Plays\\nsince 1999'"
                        + " and (select region from musicmuse.account_interest i where i.account_id = p.account_id) = 'IBERIA'"
                        + " and account_id = " + account()))
                .isEqualTo(1);
        assertThat(visitor.get(ProfilePage.PATH).body()).contains("Ana Lucía", "since 1999");

        assertThat(ProfilePage.save(visitor, ProfilePage.empty("Ana")).statusCode())
                .isEqualTo(302);
        assertThat(number("select count(*) from musicmuse.account_profile where instrument_id is null"
                        + " and skill_level is null and bio is null and account_id = " + account()))
                .isEqualTo(1);
        assertThat(number("select count(*) from musicmuse.account_interest where account_id = " + account()))
                .isZero();
        assertThat(number("select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s"
                        + " on e.object_id = s.pseudonym where e.action = 'PROFILE_CHANGED' and s.account_id = "
                        + account()))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    @Tag("ASVS-1.2.1")
    @Tag("ASVS-1.3.2")
    void a_bio_is_text_and_nothing_else() {
        var fields = ProfilePage.empty("Ana");
        fields.put("profile:bio", "<script>alert(1)</script> #{1+1} javascript:alert(1) </textarea><b>");
        assertThat(ProfilePage.save(visitor, fields).statusCode()).isEqualTo(302);

        assertThat(visitor.get(ProfilePage.PATH).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; #{1+1}")
                .doesNotContain("<script>alert(1)", "</textarea><b>", "href=\"javascript:");
    }

    @Test
    @Tag("ASVS-15.4.2")
    void two_pictures_at_once_are_no_failure() throws Exception {
        var picture = png();
        var statuses = IntStream.range(0, 6)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> ProfilePage.upload(visitor, "me.png", "image/png", picture)
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).contains(302).allMatch(status -> status < 500);
    }

    @ParameterizedTest
    @CsvSource({
        "profile:instrument_input, kazoo-of-doom",
        "profile:level_input, GODLIKE",
        "profile:language_input, fr",
        "profile:look_input, PINK",
        "profile:displayName, a@b",
        "profile:displayName, ''",
        "profile:bio, 'a\u0000b'",
        "profile:bio, 'a\u202Eb'",
        "profile:displayName, 'a\u0007b'",
    })
    @Tag("ASVS-2.2.1")
    void what_is_not_offered_is_not_taken(String field, String value) throws Exception {
        ProfilePage.save(visitor, ProfilePage.empty("Ana"));
        var log = new ServerLogWatch(musicMuse);
        var fields = ProfilePage.empty("Ana");
        fields.put("profile:bio", "changed");
        fields.put(field, value);
        var answer = ProfilePage.save(visitor, fields);

        // The guard knows control characters before the page does.
        boolean stopped = value.chars().anyMatch(character -> character < ' ');
        assertThat(answer.statusCode()).isEqualTo(stopped ? 400 : 200);
        assertThat(number("select count(*) from musicmuse.account_profile where bio is null and account_id = "
                        + account()))
                .isEqualTo(1);
        assertThat(log.trouble()).isEmpty();
    }

    @Test
    @Tag("ASVS-2.2.1")
    void a_region_that_is_not_offered_is_dropped() throws Exception {
        var fields = ProfilePage.empty("Ana");
        fields.put("profile:interests", "ATLANTIS");
        ProfilePage.save(visitor, fields);
        assertThat(number("select count(*) from musicmuse.account_interest where account_id = " + account()))
                .isZero();
    }

    @Test
    @Tag("R11")
    void language_and_colours_are_those_of_the_profile() {
        var fields = ProfilePage.empty("Ana");
        fields.put("profile:language_input", "de");
        fields.put("profile:look_input", "DARK");
        ProfilePage.save(visitor, fields);
        assertThat(visitor.getIn("en", "index.xhtml").body())
                .contains("lang=\"de\"", "content=\"dark\"")
                .containsPattern("dark\\.css[^>]*media=\"all\"");

        ProfilePage.save(visitor, ProfilePage.empty("Ana"));
        assertThat(visitor.getIn("de", "index.xhtml").body())
                .contains("lang=\"en\"", "content=\"light dark\"")
                .containsPattern("dark\\.css[^>]*media=\"\\(prefers-color-scheme: dark\\)\"");
        assertThat(Visitor.stranger(musicMuse).getIn("de", "index.xhtml").body())
                .contains("lang=\"de\"");
    }

    @Test
    @Tag("R3")
    @Tag("ASVS-3.2.1")
    @Tag("ASVS-3.5.8")
    @Tag("ASVS-5.3.2")
    @Tag("ASVS-14.2.8")
    void a_picture_is_made_anew_shown_to_its_owner_only_and_gone_when_removed() throws Exception {
        var upload = concat(png(), ("<script>" + SECRET + "</script>").getBytes(StandardCharsets.US_ASCII));
        assertThat(ProfilePage.upload(visitor, "me.html", "text/html", upload).statusCode())
                .isEqualTo(302);

        var picture = ProfilePage.picture(visitor);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(picture.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(picture.headers().firstValue("Content-Disposition")).contains("inline; filename=\"avatar.jpg\"");
        assertThat(picture.headers().allValues("Content-Security-Policy").toString())
                .contains("sandbox");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "script");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(256);
        assertThat(visitor.get(ProfilePage.PATH).body()).contains("/account/avatar");
        assertThat(ProfilePage.picture(Visitor.signedIn(musicMuse, musicMuse.trainer()))
                        .statusCode())
                .as("somebody else has none")
                .isEqualTo(404);

        assertThat(ProfilePage.removePicture(visitor).statusCode()).isEqualTo(302);
        assertThat(ProfilePage.picture(visitor).statusCode()).isEqualTo(404);
        assertThat(number("select count(*) from musicmuse.account_avatar where account_id = " + account()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "me.png, image/png, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, 0, 200",
        "me.svg, image/svg+xml, <svg xmlns='http://www.w3.org/2000/svg'/>, 0, 200",
        "me.jpg, image/jpeg, <script>alert(1)</script>, 0, 200",
        "me.php, image/png, <?php system(1);, 0, 200",
        "../../me.png, image/png, x, 0, 200",
        "me.png, image/png, '', 0, 200",
        "large.png, image/png, x, 5300000, 200",
        "larger.png, image/png, x, 9000000, 413",
        "largest.png, image/png, x, 12000000, 413",
    })
    @Tag("ASVS-5.2.1")
    @Tag("ASVS-5.2.2")
    @Tag("ASVS-1.3.4")
    @Tag("ASVS-5.3.2")
    void what_is_no_picture_is_refused_and_the_old_one_stays(
            String name, String type, String content, int fill, int status) throws Exception {
        ProfilePage.upload(visitor, "me.png", "image/png", png());
        var before = ProfilePage.picture(visitor).body();
        var log = new ServerLogWatch(musicMuse);
        var file = concat(content.getBytes(StandardCharsets.UTF_8), new byte[fill]);

        assertThat(ProfilePage.upload(visitor, name, type, file).statusCode()).isEqualTo(status);
        assertThat(ProfilePage.picture(visitor).body()).isEqualTo(before);
        assertThat(log.trouble()).isEmpty();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private String account() {
        return "(select id from musicmuse.account where email = '" + email + "')";
    }

    private long number(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
