package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P2 and P3: people who wrote a mark of their own wherever they could are erased; nothing has their marks afterwards, and
 * everybody else's rows are what they were.
 */
@SystemTest
class ErasureCanaryST {

    private static final int PEOPLE = Integer.getInteger("musicmuse.canaries", 20);

    /** What the server writes by itself at any time, whoever is erased. */
    private static final String BY_ITSELF =
            "musicmuse\\.(audit_|erasure|retention_|flyway|request_allowance).*|.*_batch\\..*";

    private final RunningMusicMuse musicMuse;
    private final CanaryPeople people;
    private final CanaryMarks marks;

    ErasureCanaryST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.people = new CanaryPeople(musicMuse);
        this.marks = new CanaryMarks(musicMuse, people);
    }

    @Test
    @Tag("R36")
    @Tag("R37")
    @Tag("R45")
    @Tag("R55")
    @Tag("R58")
    void nothing_of_the_erased_is_left_and_nothing_of_the_others_is_changed() throws Exception {
        var watcher = people.adult();
        people.populate(PEOPLE);
        assertThat(marks.residue()).as("the marks are found at all").hasSizeGreaterThan(12);
        var theirs = theirRows();
        var before = checksums(theirs);

        marks.erase();

        var residue = marks.residue();
        var files = marks.files(SharedMusicMuse.workFolder());
        var changed = changed(before, checksums(theirs));
        Figures.keep("erasure-canary-people", people.markers().size(), "people", ">= " + PEOPLE);
        Figures.keep("erasure-canary-residue", residue.size() + files.size(), "tables and files with a mark", "= 0");
        Figures.keep("erasure-collateral", changed.size(), "tables with a change", "= 0");
        assertThat(residue).isEmpty();
        assertThat(files).isEmpty();
        assertThat(changed).isEmpty();
        assertThat(watcher.get("account/profile.xhtml").statusCode())
                .as("the session of somebody erased")
                .isEqualTo(302);
        assertThatPagesShowNothing();
        assertThat(watcher.signIn(people.markers().get(0) + "@canary.example", RegisterPage.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertThatPagesShowNothing() {
        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        for (var page : List.of("admin/users.xhtml", "admin/outbox.xhtml", "admin/audit.xhtml")) {
            assertThat(admin.get(page).body()).as(page).doesNotContainPattern(marks.pattern());
        }
    }

    /** What marks a row as theirs: marks, ids of accounts, of takes, and of consents, which stay as nobody's. */
    private String theirRows() throws SQLException {
        return marks.pattern()
                + "|"
                + marks.text(
                        "select string_agg(id::text, '|') from (select id from musicmuse.practice_session where account_id in ("
                                + marks.ids()
                                + ") union all select id from musicmuse.consent_proof where subject_id in ("
                                + marks.ids()
                                + ") or giver_id in (" + marks.ids()
                                + ") union all select id from musicmuse.processing_choice"
                                + " where account_id in (" + marks.ids() + ")) theirs");
    }

    private Map<String, String> checksums(String theirs) throws SQLException {
        var checksums = new TreeMap<String, String>();
        for (var table : marks.tables()) {
            if (!table.matches(BY_ITSELF)) {
                checksums.put(
                        table,
                        marks.text(
                                "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')"
                                        + " from " + table + " t where t::text !~ '" + theirs + "'"));
            }
        }
        assertThat(checksums).hasSizeGreaterThan(18);
        return checksums;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(table -> !table.getValue().equals(after.get(table.getKey())))
                .map(table -> table + " now " + after.get(table.getKey()))
                .toList();
    }
}
