package io.astrionix.musicmuse.system.accounts;

import static io.astrionix.musicmuse.system.accounts.RegisterPage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minor and a guardian, from registration to consent, export and withdrawal. */
@SystemTest
@Tag("R62")
class GuardianST {

    private static final String GUARDIANS_PASSWORD = "eleven cellos after supper";

    private final YearMonth minorsBirth = YearMonth.now(ZoneOffset.UTC).minusYears(15);
    private final RunningMusicMuse musicMuse;
    private final Visitor minor;
    private final Visitor guardian;
    private final String minorsEmail = "mia-" + UUID.randomUUID() + "@test.musicmuse.test";
    private final String guardiansEmail = "pat-" + UUID.randomUUID() + "@test.musicmuse.test";

    GuardianST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.minor = Visitor.stranger(musicMuse);
        this.guardian = Visitor.stranger(musicMuse);
    }

    @Test
    @Tag("ASVS-2.2.3")
    @Tag("ASVS-2.3.1")
    void a_minor_can_do_nothing_until_a_guardian_consents() throws SQLException {
        var ask = registerAndVerify();
        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isNotEqualTo(302);
        assertThat(minor.get(ask).body()).contains("ask:email");

        assertThat(ask(ask, minorsEmail.toUpperCase(Locale.ROOT)).body()).contains("This is your own address");
        assertThat(ask(ask, minorsEmail.replace("@", "+mum@")).body()).contains("This is your own address");
        assertThat(location(ask(ask, guardiansEmail))).contains("sent=yes");
        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isNotEqualTo(302);

        var link = consentLink();
        assertThat(guardian.get(link).body())
                .contains("Ana", "consent:password", "decline:submit")
                .doesNotContain("checked=\"checked\"");
        assertThat(location(consent(link, Map.of()))).endsWith("/consent.xhtml?given=yes");

        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(minor.get("practice/choose.xhtml").statusCode()).isEqualTo(200);
        assertThat(minor.get(ask).body()).as("the learner's link, afterwards").doesNotContain("ask:email");
        assertThat(guardian.get(link).body()).as("the guardian's link, again").doesNotContain("consent:password");
        assertThat(Mailbox.count(musicMuse, guardiansEmail, MailTemplate.GUARDIAN_CONFIRMED))
                .isEqualTo(1);
        assertThat(Mailbox.count(musicMuse, minorsEmail, MailTemplate.GUARDIAN_CONSENTED))
                .isEqualTo(1);
        assertThat(text("select subject || ' ' || text_version from musicmuse.consent_proof p"
                        + " join musicmuse.account a on a.id = p.subject_id where ended_at is null and a.email = '"
                        + minorsEmail + "'"))
                .startsWith("MINORS_ACCOUNT ");
        assertThat(text("select ai_disclosure::text from musicmuse.guardianship g"
                        + " join musicmuse.account a on a.id = g.minor_id where a.email = '" + minorsEmail + "'"))
                .as("off unless switched on")
                .isEqualTo("false");
    }

    @Test
    void a_guardian_who_says_no_has_the_account_deleted_at_once() throws SQLException {
        ask(registerAndVerify(), guardiansEmail);
        var link = consentLink();

        var answer = guardian.submit(link, "decline", "decline:submit", Map.of());

        assertThat(location(answer)).endsWith("/consent.xhtml?declined=yes");
        assertThat(text("select count(*)::text from musicmuse.account where email in ('" + minorsEmail + "', '"
                        + guardiansEmail + "')"))
                .isEqualTo("0");
        assertThat(text("select count(*)::text from musicmuse.guardian_ask where guardian_email = '" + guardiansEmail
                        + "'"))
                .isEqualTo("0");
        assertThat(Mailbox.count(musicMuse, minorsEmail, MailTemplate.GUARDIAN_DECLINED))
                .isEqualTo(1);
    }

    @Test
    void the_question_goes_out_five_times_at_most_and_only_the_last_link_works() {
        var ask = registerAndVerify();
        ask(ask, guardiansEmail);
        var first = consentLink();
        for (int i = 0; i < 4; i++) {
            ask(ask, guardiansEmail);
        }

        assertThat(minor.get(ask).body()).doesNotContain("ask:email").contains("several times already");
        assertThat(Mailbox.count(musicMuse, guardiansEmail, MailTemplate.GUARDIAN_CONSENT))
                .isEqualTo(5);
        assertThat(guardian.get(first).body()).contains("does not work any more");
        assertThat(guardian.get(consentLink()).body()).contains("consent:password");
    }

    @Test
    void a_guardian_with_an_account_consents_after_signing_in() throws SQLException {
        RegisterPage.register(
                guardian, guardiansEmail, YearMonth.now(ZoneOffset.UTC).minusYears(40));
        guardian.submit(
                Mailbox.pathFor(musicMuse, guardiansEmail, MailTemplate.VERIFY_EMAIL),
                "verify",
                "verify:submit",
                Map.of("verify:password", RegisterPage.PASSWORD));
        ask(registerAndVerify(), guardiansEmail);
        var link = consentLink();

        assertThat(guardian.get(link).body()).contains("signin.xhtml?next=").doesNotContain("consent:password");
        assertThat(guardian.signIn(guardiansEmail, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(location(guardian.submit(link, "consentSignedIn", "consentSignedIn:submit", Map.of())))
                .endsWith("/consent.xhtml?given=yes");
        assertThat(text("select string_agg(role, ' ' order by role) from musicmuse.account_role r"
                        + " join musicmuse.account a on a.id = r.account_id where a.email = '" + guardiansEmail + "'"))
                .isEqualTo("GUARDIAN LEARNER");
    }

    @Test
    @Tag("ASVS-2.2.3")
    void somebody_elses_account_cannot_consent() {
        ask(registerAndVerify(), musicMuse.learner().email());
        var link = Mailbox.pathFor(musicMuse, musicMuse.learner().email(), MailTemplate.GUARDIAN_CONSENT);
        var other = Visitor.signedIn(musicMuse, musicMuse.trainer());

        assertThat(other.submit(link, "consentSignedIn", "consentSignedIn:submit", Map.of())
                        .body())
                .contains("went to another address");
        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isNotEqualTo(302);
    }

    @Test
    @Tag("R63")
    @Tag("ASVS-8.3.2")
    void a_guardian_sees_exports_switches_and_withdraws_for_the_own_child_only() throws SQLException {
        var page = consented();
        assertThat(guardian.get("guardian/index.xhtml").body()).contains("Ana");
        assertThat(guardian.get(page).body()).contains(minorsEmail).doesNotContain("???");

        assertThat(location(guardian.submit(page, "ai", "ai:submit", Map.of("ai:aiDisclosure_input", "on"))))
                .contains("saved=yes");
        assertThat(text("select count(*)::text from musicmuse.consent_proof p join musicmuse.account a"
                        + " on a.id = p.subject_id where subject = 'AI_DISCLOSURE' and a.email = '" + minorsEmail
                        + "'"))
                .isEqualTo("1");

        var export = guardian.submit(page, "export", "export:submit", Map.of());
        var json = Json.createReader(new StringReader(export.body())).readObject();
        var account = json.getJsonArray("Account").getJsonObject(0);
        assertThat(account.getString("email")).isEqualTo(minorsEmail);
        assertThat(account.getBoolean("passwordHash")).as("that there is one").isTrue();
        assertThat(export.body()).doesNotContain("$2a$").doesNotContain("mm1$");

        notFresh(guardiansEmail);
        for (var form : List.of("export", "withdraw")) {
            assertThat(location(guardian.submit(page, form, form + ":submit", Map.of())))
                    .as("the password first, and then back to the child's page")
                    .endsWith("/account/confirm.xhtml?next=" + URLEncoder.encode("/" + page, StandardCharsets.UTF_8));
        }
        var confirm = location(guardian.submit(page, "export", "export:submit", Map.of()));
        assertThat(location(guardian.submit(
                        confirm.substring(confirm.indexOf("account/")),
                        "confirm",
                        "confirm:submit",
                        Map.of("confirm:password", GUARDIANS_PASSWORD, "confirm:next", "/" + page))))
                .endsWith(page);
        assertThat(guardian.submit(page, "export", "export:submit", Map.of()).statusCode())
                .isEqualTo(200);

        var stranger = guardianOfAnotherChild();
        var unknown = stranger.get("guardian/child.xhtml?id=" + UUID.randomUUID());
        assertThat(stranger.get(page).statusCode())
                .isEqualTo(unknown.statusCode())
                .isEqualTo(404);

        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(location(guardian.submit(page, "withdraw", "withdraw:submit", Map.of())))
                .endsWith("withdrawn=yes");
        assertThat(minor.get("practice/choose.xhtml").statusCode())
                .as("the child's session")
                .isEqualTo(302);
        assertThat(minor.signIn(minorsEmail, PASSWORD).statusCode()).isNotEqualTo(302);
        assertThat(guardian.get(page).statusCode()).isEqualTo(404);
        assertThat(text("select status || ' ' || (guardian_due_at is not null) from musicmuse.account where email = '"
                        + minorsEmail + "'"))
                .isEqualTo("LOCKED true");
        assertThat(text("select count(*)::text from musicmuse.consent_proof p join musicmuse.account a"
                        + " on a.id = p.subject_id where ended_at is null and a.email = '" + minorsEmail + "'"))
                .isEqualTo("0");
        assertThat(Mailbox.count(musicMuse, minorsEmail, MailTemplate.GUARDIAN_WITHDREW))
                .isEqualTo(1);
        assertThat(Mailbox.count(musicMuse, guardiansEmail, MailTemplate.GUARDIAN_WITHDRAWN))
                .isEqualTo(1);
    }

    /** The path of the child's page; the guardian is signed in. */
    private String consented() throws SQLException {
        ask(registerAndVerify(), guardiansEmail);
        consent(consentLink(), Map.of());
        assertThat(guardian.signIn(guardiansEmail, GUARDIANS_PASSWORD).statusCode())
                .isEqualTo(302);
        return "guardian/child.xhtml?id="
                + text("select id::text from musicmuse.account where email = '" + minorsEmail + "'");
    }

    /** As ten minutes after the sign-in. */
    private void notFresh(String email) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var change = connection.prepareStatement(
                        "update musicmuse.sign_in s set credential_confirmed_at = now() - interval '10 minutes'"
                                + " from musicmuse.account a where a.id = s.account_id and a.email = ?")) {
            change.setString(1, email);
            assertThat(change.executeUpdate()).isPositive();
        }
    }

    private Visitor guardianOfAnotherChild() throws SQLException {
        var family = new GuardianST(musicMuse);
        family.consented();
        return family.guardian;
    }

    /** The path of the page on which the minor names a guardian. */
    private String registerAndVerify() {
        RegisterPage.register(minor, minorsEmail, minorsBirth);
        var link = Mailbox.pathFor(musicMuse, minorsEmail, MailTemplate.VERIFY_EMAIL);
        var next = location(
                minor.submit(link, "verify", "verify:submit", Map.of("verify:password", RegisterPage.PASSWORD)));
        var mailed = Mailbox.pathFor(musicMuse, minorsEmail, MailTemplate.ASK_GUARDIAN);
        assertThat(next).endsWith(mailed);
        return mailed;
    }

    private HttpResponse<String> ask(String page, String email) {
        return minor.submit(page, "ask", "ask:submit", Map.of("ask:email", email));
    }

    private String consentLink() {
        return Mailbox.pathFor(musicMuse, guardiansEmail, MailTemplate.GUARDIAN_CONSENT);
    }

    private HttpResponse<String> consent(String link, Map<String, String> more) {
        var fields = new HashMap<>(
                Map.of("consent:name", "Pat", "consent:password", GUARDIANS_PASSWORD, "consent:adult_input", "on"));
        fields.putAll(more);
        return guardian.submit(link, "consent", "consent:submit", fields);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String text(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
