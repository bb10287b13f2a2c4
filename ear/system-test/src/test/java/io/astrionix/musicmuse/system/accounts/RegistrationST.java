package io.astrionix.musicmuse.system.accounts;

import static io.astrionix.musicmuse.system.accounts.RegisterPage.register;
import static io.astrionix.musicmuse.system.accounts.RegisterPage.sentAMail;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registration as visitors see it. */
@SystemTest
class RegistrationST {

    private final YearMonth adult = YearMonth.now(ZoneOffset.UTC).minusYears(30);
    private final YearMonth child = YearMonth.now(ZoneOffset.UTC).minusYears(10);

    private final RunningMusicMuse musicMuse;
    private final Visitor visitor;
    private final String email = "ana-" + UUID.randomUUID() + "@test.musicmuse.test";

    RegistrationST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.visitor = Visitor.stranger(musicMuse);
    }

    @Test
    @Tag("ASVS-2.3.1")
    void an_adult_registers_verifies_and_signs_in() {
        assertThat(sentAMail(register(visitor, email, adult))).isTrue();
        assertThat(visitor.signIn(email, RegisterPage.PASSWORD).statusCode())
                .as("before verifying")
                .isNotEqualTo(302);

        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.VERIFY_EMAIL);
        assertThat(visitor.get(link).body()).contains("Ana").contains("verify:submit");
        var firstTab = Visitor.stranger(musicMuse);
        assertThat(verify(firstTab, link)).endsWith("/verify.xhtml?done=yes");
        assertThat(visitor.get(link).body()).doesNotContain("verify:submit").contains("does not work any more");

        assertThat(visitor.signIn(email, RegisterPage.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(visitor.get("practice/choose.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("ASVS-6.4.1")
    void a_link_open_in_two_tabs_works_in_one() throws SQLException {
        register(visitor, email, adult);
        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.VERIFY_EMAIL);
        var second = Visitor.stranger(musicMuse);
        var late = second.fillIn(link);

        assertThat(verify(visitor, link)).endsWith("/verify.xhtml?done=yes");
        var answer = late.submit("verify", "verify:submit", Map.of("verify:password", RegisterPage.PASSWORD));
        assertThat(answer.body()).contains("does not work any more");
        assertThat(count("select count(*) from musicmuse.account where email = '" + email + "' and status = 'ACTIVE'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("ASVS-6.3.8")
    void an_address_with_an_account_gets_the_same_answer() {
        var known = register(visitor, musicMuse.learner().email(), adult);
        var unknown = register(visitor, email, adult);

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(Mailbox.count(musicMuse, musicMuse.learner().email(), MailTemplate.VERIFY_EMAIL))
                .isZero();
    }

    @Test
    @Tag("R59")
    void a_child_is_refused_without_a_trace_or_a_hint_and_cannot_try_again() throws SQLException {
        var before = everythingStored();
        var log = new ServerLogWatch(musicMuse);

        assertThat(location(register(visitor, email, child))).endsWith("/register.xhtml");
        var refused = visitor.get("register.xhtml").body();
        assertThat(refused)
                .contains("We cannot make an account for you")
                .doesNotContain("register:submit")
                .doesNotContainPattern("(?i)\\b(13|thirteen|age|years|old|parent|child)\\b");
        assertThat(everythingStored()).isEqualTo(before);
        assertThat(log.lines()).noneMatch(line -> line.contains(email) || line.contains("Ana"));
    }

    @Test
    @Tag("R59")
    void the_form_of_an_earlier_tab_does_not_help_a_refused_child() throws SQLException {
        var earlierTab = visitor.fillIn("register.xhtml");
        register(visitor, email, child);
        var before = everythingStored();

        var answer = earlierTab.submit("register", "register:submit", RegisterPage.fields(email, adult));

        assertThat(answer.body()).contains("We cannot make an account for you");
        assertThat(everythingStored()).isEqualTo(before);
    }

    @Test
    @Tag("R2")
    @Tag("ASVS-15.3.3")
    void what_the_form_does_not_ask_is_ignored_and_logged() throws SQLException {
        var log = new ServerLogWatch(musicMuse);
        register(
                visitor,
                email,
                adult,
                Map.of("role", "PLATFORM_ADMIN", "register:status", "ACTIVE", "register:form.roles", "TRAINER"));

        assertThat(count("select count(*) from musicmuse.account a join musicmuse.account_role r on r.account_id = a.id"
                        + " where a.email = '" + email + "' and a.status = 'UNVERIFIED' and r.role = 'LEARNER'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from musicmuse.account_role r join musicmuse.account a on a.id = r.account_id"
                        + " where a.email = '" + email + "'"))
                .isEqualTo(1);
        assertThat(log.linesWith("ignored fields"))
                .anyMatch(line -> line.contains("role")
                        && line.contains("register:status")
                        && line.contains("register:form.roles"))
                .noneMatch(line -> line.contains("PLATFORM_ADMIN"));
    }

    @Test
    @Tag("ASVS-2.2.1")
    void a_form_with_mistakes_keeps_nothing_and_says_what_is_wrong() throws SQLException {
        var answer = register(
                visitor,
                email,
                adult,
                Map.of("register:name", "<b>Ana</b>", "register:password", "too short", "register:birthYear", "99"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Please write a name")
                .contains("15 characters")
                .contains("four digits")
                .doesNotContain("<b>Ana</b>")
                .doesNotContain("too short");
        assertThat(count("select count(*) from musicmuse.account where email = '" + email + "'"))
                .isZero();
    }

    @Test
    @Tag("R65")
    void the_page_says_who_gets_the_data_and_where_it_goes() {
        assertThat(visitor.get("register.xhtml").body()).contains("operator@demo.musicmuse.test", "United States");
    }

    private String verify(Visitor who, String link) {
        return location(who.submit(link, "verify", "verify:submit", Map.of("verify:password", RegisterPage.PASSWORD)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private long everythingStored() throws SQLException {
        return count("select (select count(*) from musicmuse.account) + (select count(*) from musicmuse.one_time_token)"
                + " + (select count(*) from musicmuse.outbox_mail) + (select count(*) from musicmuse.audit_entry)");
    }

    private long count(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
