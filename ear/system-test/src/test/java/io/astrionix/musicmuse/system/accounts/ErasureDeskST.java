package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.pages.Cast;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What those who answer for erasures do and see: a child's account goes at once, and a deletion has its report. */
@SystemTest
class ErasureDeskST {

    private static final String PAGE = "admin/child.xhtml";

    private final RunningMusicMuse musicMuse;
    private final Visitor trust;

    ErasureDeskST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.trust = Visitor.signedIn(musicMuse, musicMuse.demo("TRUST"));
    }

    @Test
    @Tag("R60")
    void a_childs_account_is_found_looked_at_and_gone_within_the_same_minute() throws SQLException {
        var child = Person.learner(musicMuse);
        assertThat(trust.get("admin/requests.xhtml").body()).contains("/admin/child.xhtml");

        var page = trust.fillIn(PAGE);
        var found = page.submit("find", "find:submit", Map.of("find:email", child.email()));
        assertThat(found.body()).contains("Pat", child.email(), "Erase now").doesNotContain("???");
        assertThat(page.submit("erase", "erase:submit", Map.of()).body()).contains("Tick first");
        assertThat(accounts(child)).isEqualTo(1);

        assertThat(page.submit("erase", "erase:submit", Map.of("erase:sure_input", "on"))
                        .body())
                .contains("The account is erased")
                .doesNotContain("???");
        assertThat(accounts(child)).isZero();
        assertThat(trust.submit(PAGE, "find", "find:submit", Map.of("find:email", child.email()))
                        .body())
                .contains("There is no account with this email address");
    }

    @Test
    @Tag("R60")
    void nobody_of_the_staff_is_erased_as_a_child() {
        var page = trust.fillIn(PAGE);
        page.submit(
                "find",
                "find:submit",
                Map.of("find:email", musicMuse.demo("SUPPORT").email()));
        assertThat(page.submit("erase", "erase:submit", Map.of("erase:sure_input", "on"))
                        .body())
                .contains("those of the staff are not erased here");
    }

    @Test
    @Tag("R56")
    void a_deletion_shows_what_went_what_stays_and_why_and_who_has_erased_too() {
        var request = new Cast(musicMuse).pathOf(Role.TRUST, "admin/request.xhtml?id={request}");
        assertThat(trust.get(request).body())
                .contains("practice_session", "consent_proof", "consent-proof-24m", "as long as it is held", "smtp")
                .doesNotContain("???");
    }

    private long accounts(Person person) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from musicmuse.account where id = '" + person.id() + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
