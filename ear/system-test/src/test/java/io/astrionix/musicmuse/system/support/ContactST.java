package io.astrionix.musicmuse.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message to the operator and its answer, from page to page. */
@SystemTest
class ContactST {

    private static final String QUESTION = "My child has an account. Please <b>tell</b> me why.";
    private static final String ANSWER = "We have locked it and will delete it.";

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;
    private final String email = UUID.randomUUID() + "@contact.musicmuse.test";

    ContactST(RunningMusicMuse musicMuse) throws SQLException {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            // all tests come from the same network, and some post by the hundred
            statement.executeUpdate("delete from musicmuse.request_allowance where limit_name = 'CONTACT'");
        }
    }

    @Test
    @Tag("R80")
    @Tag("R61")
    @Tag("R51")
    void a_parent_without_account_writes_and_reads_the_answer() {
        var page = stranger.getIn("en", "contact.xhtml").body();
        assertThat(page).contains("MusicMuse is run here by", "mailto:", "within 2 working days");
        assertThat(stranger.get("index.xhtml").body())
                .as("the foot of every page")
                .contains("/contact.xhtml\"");

        var sent = send(stranger, "CHILD", Map.of("contact:name", "Robin", "contact:email", email));
        assertThat(location(sent)).contains("/contact.xhtml?sent=M-");
        var reference = location(sent).replaceFirst(".*sent=", "");
        assertThat(stranger.get("contact.xhtml?sent=" + reference).body()).contains(reference);

        var trust = Visitor.signedIn(musicMuse, musicMuse.demo(Role.TRUST.name()));
        var list = trust.get("admin/support/index.xhtml").body();
        assertThat(list).contains(reference);
        var thread = list.replaceFirst(
                "(?s).*href=\"[^\"]*(admin/support/thread\\.xhtml\\?id=[0-9a-f-]{36})\"[^>]*>" + reference + ".*",
                "$1");
        assertThat(trust.get(thread).body()).contains("Please &lt;b&gt;tell&lt;/b&gt; me why.", email);
        var answered = trust.submit(thread, "answer", "answer:submit", Map.of("answer:text", ANSWER));
        assertThat(location(answered)).contains("done=answered");

        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.SUPPORT_ANSWERED);
        assertThat(stranger.get(link).body()).contains(ANSWER, reference);
        var more = stranger.submit(
                link,
                "answer",
                "answer:submit",
                Map.of("answer:text", "Thank you.", "token", link.replaceFirst(".*=", "")));
        assertThat(location(more)).contains("sent=yes");
        assertThat(stranger.get(link).body()).contains("Thank you.");
    }

    @Test
    void whoever_is_signed_in_is_not_asked_who_it_is_and_finds_the_message_in_the_account() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        assertThat(learner.get("contact.xhtml").body()).doesNotContain("contact:email");
        var sent = send(learner, "PRIVACY", Map.of());
        var reference = location(sent).replaceFirst(".*sent=", "");
        var list = learner.get("account/messages.xhtml").body();
        assertThat(list).contains(reference);
        var message = list.replaceFirst(
                "(?s).*href=\"[^\"]*(account/message\\.xhtml\\?id=[0-9a-f-]{36})\"[^>]*>" + reference + ".*", "$1");
        assertThat(learner.get(message).body()).contains("/account/privacy.xhtml\"");
        var more = learner.submit(message, "answer", "answer:submit", Map.of("answer:text", "And soon, please."));
        assertThat(location(more)).contains("sent=yes");
        assertThat(learner.get(message).body()).contains("And soon, please.");
    }

    @Test
    @Tag("R25")
    void abuse_is_reported_looked_into_and_closed() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var sent = learner.submit(
                "account/report.xhtml",
                "report",
                "report:submit",
                Map.of(
                        "report:kind_input", "FRAUD",
                        "report:about", "Somebody called " + email,
                        "report:text", "Plays somebody else's recordings."));
        assertThat(location(sent)).contains("/account/report.xhtml?sent=R-");
        var reference = location(sent).replaceFirst(".*sent=", "");

        var trust = Visitor.signedIn(musicMuse, musicMuse.demo(Role.TRUST.name()));
        var list = trust.get("admin/abuse/index.xhtml").body();
        var report = list.replaceFirst(
                "(?s).*href=\"[^\"]*(admin/abuse/report\\.xhtml\\?id=[0-9a-f-]{36})\"[^>]*>" + reference + ".*", "$1");
        assertThat(trust.get(report).body()).contains(email);
        var early =
                trust.submit(report, "act", "act:submit", Map.of("act:action_input", "LOCK", "act:reason", "cheating"));
        assertThat(early.statusCode()).as("no account is named").isEqualTo(200);
        var dismissed = trust.submit(
                report, "act", "act:submit", Map.of("act:action_input", "DISMISSAL", "act:reason", "own recordings"));
        assertThat(location(dismissed)).contains("done=yes");
        assertThat(trust.get(report).body()).contains("own recordings").doesNotContain("act:submit");
    }

    private static HttpResponse<String> send(Visitor visitor, String category, Map<String, String> who) {
        var fields = new HashMap<>(who);
        fields.put("contact:category_input", category);
        fields.put("contact:message", QUESTION);
        return visitor.submit("contact.xhtml", "contact", "contact:submit", fields);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
