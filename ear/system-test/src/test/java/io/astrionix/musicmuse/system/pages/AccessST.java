package io.astrionix.musicmuse.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.DocTable;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tries every line of docs/access.md as a stranger and as each role, and every page's actions as those who must not. */
@SystemTest
@TestInstance(Lifecycle.PER_CLASS)
@Tag("R70")
class AccessST {

    private static final String SOCKETS = "/ws/";

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;
    private final Cast cast;
    private int checks;
    private int unexpected;

    AccessST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
        this.cast = new Cast(musicMuse);
    }

    @AfterAll
    void keep_the_figures() {
        Figures.keep("access-matrix-checks", checks, "answers", "-");
        Figures.keep("access-matrix-unexpected", unexpected, "answers", "0");
    }

    @Test
    @Tag("ASVS-8.2.1")
    void everybody_gets_what_the_page_says() {
        var surprises = new ArrayList<String>();
        for (var row : AccessRow.all()) {
            check(
                    surprises,
                    "stranger at " + row.path(),
                    answer(stranger, cast.pathOf(Role.LEARNER, row.path())),
                    row.stranger());
            for (var role : cast.roles()) {
                var answer = answer(cast.as(role), cast.pathOf(role, row.path()));
                check(surprises, role + " at " + row.path(), answer, row.expected(role));
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    @Tag("R71")
    @Tag("ASVS-16.3.2")
    void who_opens_what_no_role_gives_is_in_the_audit_log() throws SQLException {
        cast.as(Role.SUPPORT).get("admin/users.xhtml");
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var denials = statement.executeQuery(
                        "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on e.actor = s.pseudonym"
                                + " join musicmuse.account_role r on r.account_id = s.account_id"
                                + " where e.action = 'ACCESS_DENIED' and r.role = 'SUPPORT'")) {
            denials.next();
            assertThat(denials.getInt(1)).isPositive();
        }
    }

    @Test
    @Tag("ASVS-8.2.2")
    void a_record_of_somebody_else_looks_like_none() {
        var surprises = new ArrayList<String>();
        var rows = AccessRow.all().stream().filter(AccessRow::isAboutARecord).toList();
        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            for (var role : row.roles()) {
                var path = cast.pathOf(cast.otherOwner(role), row.path());
                check(
                        surprises,
                        role + " at another's " + row.path(),
                        answer(cast.as(role), path),
                        row.somebodyElses());
                var unknown = cast.as(role).get(row.path().substring(1).replaceFirst("\\{.*}", NO_RECORD));
                assertThat(withoutTokens(cast.as(role).get(path.substring(1)))).isEqualTo(withoutTokens(unknown));
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    @Tag("ASVS-8.2.1")
    @Tag("R68")
    void what_a_page_can_do_is_refused_to_whoever_may_not_open_it() {
        var surprises = new ArrayList<String>();
        for (var row : pagesWithActions()) {
            var path = cast.pathOf(Role.LEARNER, row.path());
            var shown = row.roles().stream()
                    .filter(cast.roles()::contains)
                    .map(role -> cast.as(role).get(path.substring(1)).body())
                    .findFirst();
            var postback = new Postback(shown.orElse(""));
            if (row.stranger().equals("sign in")) {
                check(
                        surprises,
                        "stranger posts to " + row.path(),
                        answer(postback.send(stranger, path)),
                        row.stranger());
            }
            for (var role : cast.roles()) {
                if (!row.roles().contains(role)) {
                    var answer = answer(postback.send(cast.as(role), path));
                    check(surprises, role + " posts to " + row.path(), answer, row.others());
                }
            }
        }
        assertThat(surprises).isEmpty();
    }

    private static final String NO_RECORD = "00000000-0000-0000-0000-000000000000";

    /** The lines of the pages that do something; a page that is listed nowhere cannot be here ({@code RoutesTest}). */
    private static List<AccessRow> pagesWithActions() {
        Set<String> pages = DocTable.rows("access-actions.md").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        var rows = AccessRow.all().stream()
                .filter(row -> pages.contains(row.page()))
                .toList();
        assertThat(rows).hasSizeGreaterThan(3);
        return rows;
    }

    private void check(List<String> surprises, String what, String answer, String expected) {
        checks++;
        if (!answer.equals(expected)) {
            unexpected++;
            surprises.add(what + ": " + answer + ", expected: " + expected);
        }
    }

    private static String answer(Visitor visitor, String path) {
        return path.startsWith(SOCKETS) ? answerOfSocket(visitor) : answer(visitor.get(path.substring(1)));
    }

    private static String answer(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> "page";
            case 302 ->
                answer.headers().firstValue("Location").orElse("").contains("/signin.xhtml?next=")
                        ? "sign in"
                        : "elsewhere";
            case 403 -> "refused";
            case 404 -> "not found";
            default -> "status " + answer.statusCode();
        };
    }

    private static String answerOfSocket(Visitor visitor) {
        try (var page = PracticeClient.connect(visitor)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            return "opens";
        } catch (CompletionException refused) {
            return "refused (" + PracticeClient.refusal(visitor, visitor.origin()) + ")";
        }
    }

    /** What differs from one answer to the next in any case. */
    private static String withoutTokens(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(value|nonce)=\"[^\"]*\"|csp\\.init\\('[^']*'\\)", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}
