package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** People who use whatever there is, and write 128 bits of their own into every field that takes a text. */
public final class CanaryPeople {

    private static final String DOMAIN = "@canary.example";

    private final RunningMusicMuse musicMuse;
    private final List<String> markers = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    public CanaryPeople(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    public List<String> markers() {
        return markers;
    }

    public List<UUID> ids() {
        return ids;
    }

    /** Two of four are a minor and the guardian. */
    public void populate(int count) throws SQLException, IOException {
        while (markers.size() < count) {
            adult();
            adult();
            family();
        }
    }

    /** One who has an account; the visitor is signed in. */
    Visitor adult() throws SQLException, IOException {
        var marker = marker();
        var visitor = Visitor.stranger(musicMuse);
        register(visitor, marker, 40);
        useEverything(visitor, marker);
        return visitor;
    }

    private void family() throws SQLException, IOException {
        var marker = marker();
        var guardians = marker();
        var minor = Visitor.stranger(musicMuse);
        register(minor, marker, 15);
        var ask = Mailbox.pathFor(musicMuse, email(marker), MailTemplate.ASK_GUARDIAN);
        minor.submit(ask, "ask", "ask:submit", Map.of("ask:email", email(guardians)));
        var guardian = Visitor.stranger(musicMuse);
        var consent = guardian.submit(
                Mailbox.pathFor(musicMuse, email(guardians), MailTemplate.GUARDIAN_CONSENT),
                "consent",
                "consent:submit",
                Map.of(
                        "consent:name",
                        guardians,
                        "consent:password",
                        RegisterPage.PASSWORD,
                        "consent:adult_input",
                        "on",
                        "consent:aiDisclosure_input",
                        "on"));
        assertThat(consent.statusCode()).isEqualTo(302);
        ids.add(id(email(guardians)));
        useEverything(minor, marker);
        guardian.signIn(email(guardians), RegisterPage.PASSWORD);
        assertThat(guardian.get("guardian/index.xhtml").body()).contains(marker);
    }

    private void register(Visitor visitor, String marker, int age) throws SQLException {
        RegisterPage.register(
                visitor, email(marker), YearMonth.now(ZoneOffset.UTC).minusYears(age), Map.of("register:name", marker));
        visitor.submit(
                Mailbox.pathFor(musicMuse, email(marker), MailTemplate.VERIFY_EMAIL),
                "verify",
                "verify:submit",
                Map.of("verify:password", RegisterPage.PASSWORD));
        ids.add(id(email(marker)));
    }

    private void useEverything(Visitor visitor, String marker) throws SQLException, IOException {
        assertThat(visitor.signIn(email(marker), "wrong " + marker).statusCode())
                .isEqualTo(200);
        assertThat(visitor.signIn(email(marker), RegisterPage.PASSWORD).statusCode())
                .isEqualTo(302);
        var profile = new HashMap<>(ProfilePage.empty(marker));
        profile.put("profile:bio", "I am " + marker);
        profile.put("profile:instrument_input", "violin");
        assertThat(ProfilePage.save(visitor, profile).statusCode()).isEqualTo(302);
        ProfilePage.upload(visitor, marker + ".png", "image/png", picture(marker));
        visitor.submit("account/email.xhtml", "email", "email:submit", Map.of("email:email", "new-" + email(marker)));
        assertThat(visitor.submit("account/choices.xhtml", "choices", "choices:list:2:allow", Map.of())
                        .statusCode())
                .isEqualTo(200);
        visitor.submit("account/choices.xhtml", "restriction", "restriction:restrict", Map.of());
        visitor.submit("account/choices.xhtml", "restriction", "restriction:lift", Map.of());
        visitor.submit("reset.xhtml", "reset", "reset:submit", Map.of("reset:email", email(marker)));
        // Through a socket and an authenticator, which twenty of them would need too long for.
        var person = person(marker);
        var take = UUID.randomUUID();
        person.update(
                "insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id, musical_key,"
                        + " octave, tempo_bpm, strictness, calibrated, started_at, completed_at)"
                        + " values (?, 1, ?, ?, 'violin', 'C', 0, 80, 'beginner', false, now(), now())",
                take,
                person.id(),
                marker);
        person.update(
                "insert into musicmuse.note_verdict (session_id, position, note_index, verdict) values (?, 0, 0, ?)",
                take,
                marker);
        person.update(
                "insert into musicmuse.audio_device values (gen_random_uuid(), 1, ?, ?, ?, 10, 1, now())",
                person.id(),
                "key " + marker,
                "Microphone of " + marker);
        person.update(
                "insert into musicmuse.passkey values (gen_random_uuid(), ?, ?, ?, 0, true, ?, now())",
                person.id(),
                "id " + marker,
                "data " + marker,
                "Key of " + marker);
        person.update(
                "insert into musicmuse.recovery_code values (gen_random_uuid(), ?, ?, now())", person.id(), marker);
        person.update(
                "insert into musicmuse.one_time_token (id, token_use, token_hash, payload, created_at, expires_at)"
                        + " values (gen_random_uuid(), 'INVITATION', ?, ?, now(), now() + interval '1 day')",
                "hash " + marker,
                "TRAINER " + email(marker));
    }

    private Person person(String marker) throws SQLException {
        return new Person(id(email(marker)), new DemoAccount(email(marker), RegisterPage.PASSWORD, ""), musicMuse);
    }

    private String marker() {
        var marker = UUID.randomUUID().toString().replace("-", "");
        markers.add(marker);
        return marker;
    }

    private static String email(String marker) {
        return marker + DOMAIN;
    }

    private UUID id(String email) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement("select id from musicmuse.account where email = ?")) {
            query.setString(1, email);
            var row = query.executeQuery();
            assertThat(row.next()).as(email).isTrue();
            return row.getObject(1, UUID.class);
        }
    }

    private static byte[] picture(String marker) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        bytes.writeBytes(marker.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
