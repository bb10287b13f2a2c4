package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While the database cannot answer a question of a guard, nobody gets in. A table that is called something else for a
 * moment stands for a database that fails in the middle of a request.
 */
@SystemTest
@Tag("ASVS-16.5.1")
@Tag("ASVS-16.5.2")
@Tag("ASVS-16.5.3")
class FailClosedST {

    private static final String PAGE = "practice/choose.xhtml";

    /** PrimeFaces tells its script which page to show where a page was open too long. */
    private static final String IN_EVERY_PAGE = "jakarta.faces.application.ViewExpiredException";

    /** What a sign-in was found to be is known for a second. */
    private static final int FORGOTTEN_MILLIS = 1_200;

    private final RunningMusicMuse musicMuse;

    FailClosedST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign_in", "account_role"})
    void who_is_signed_in_cannot_be_found_out(String table) throws Exception {
        var visitor = Visitor.signedIn(musicMuse, musicMuse.learner());
        assertThat(visitor.get(PAGE).body()).contains("choose:");
        Thread.sleep(FORGOTTEN_MILLIS);
        without(table, () -> {
            assertClosed(visitor.get(PAGE));
            assertClosed(visitor.get("admin/users.xhtml"));
            assertThat(PracticeClient.refusal(visitor, visitor.origin())).isGreaterThanOrEqualTo(400);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account_role",
                "sign_in",
                "sign_in_lane",
                "sign_in_network",
                "known_device",
                "authenticator_app",
                "request_allowance",
                "audit_entry"
            })
    void a_guard_of_the_sign_in_page_cannot_be_asked(String table) throws Exception {
        var learner = musicMuse.learner();
        var visitor = Visitor.stranger(musicMuse);
        without(table, () -> {
            var answer = visitor.signIn(learner.email(), learner.password());
            assertThat(answer.statusCode()).as(table).isNotEqualTo(302);
            assertTellsNothing(answer);
        });
        assertThat(visitor.get(PAGE).statusCode()).as("afterwards").isEqualTo(302);
        assertThat(visitor.signIn(learner.email(), learner.password()).statusCode())
                .isEqualTo(302);
    }

    private static void assertClosed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("choose:", "users:");
        assertTellsNothing(answer);
    }

    private static void assertTellsNothing(HttpResponse<String> answer) {
        assertThat(answer.body().replace(IN_EVERY_PAGE, ""))
                .doesNotContainPattern(
                        "(?i)exception|\\bat [a-z]+\\.[a-z]+|postgres|eclipselink|wildfly|undertow|relation")
                .doesNotContain("musicmuse.", "select ", "insert ");
    }

    private void without(String table, Runnable work) throws SQLException {
        rename(table, table + "_away");
        try {
            work.run();
        } finally {
            rename(table + "_away", table);
        }
    }

    private void rename(String from, String to) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table musicmuse.\"" + from + "\" rename to \"" + to + "\"");
        }
    }
}
