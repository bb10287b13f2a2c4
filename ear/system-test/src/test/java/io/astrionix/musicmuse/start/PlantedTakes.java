package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.system.retention.RetentionRunsFromOutside;
import java.sql.SQLException;
import java.util.UUID;

/** Takes that are due beside takes that are not, and what must have become of both once a fault is over. */
final class PlantedTakes {

    static final String RULE = "abandoned-take-24h";

    private final RetentionRunsFromOutside runs;
    private final UUID due = UUID.randomUUID();
    private final UUID others = UUID.randomUUID();
    private final int rows;
    private final long provedBefore;
    private final String othersBefore;

    /** @param rows that are due */
    PlantedTakes(RetentionRunsFromOutside runs, int rows) throws SQLException {
        this.runs = runs;
        this.rows = rows;
        // What an earlier test left would be proved, too.
        runs.update("delete from musicmuse.practice_session where completed_at is null");
        plant(others, 300, "23 hours", "null");
        plant(others, 300, "1000 hours", "now()");
        plant(due, rows, "25 hours", "null");
        provedBefore = allProved();
        othersBefore = others();
    }

    private void plant(UUID account, int takes, String age, String completed) throws SQLException {
        runs.update("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " values ('" + account + "', 1, '" + account + "@test.musicmuse.test', 'Test', 'no hash', now())"
                + " on conflict do nothing");
        runs.update("insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id,"
                + " musical_key, octave, tempo_bpm, strictness, calibrated, started_at, completed_at)"
                + " select gen_random_uuid(), 1, '" + account + "', 'tune-twinkle', 'violin', 'C', 0, 80, 'beginner',"
                + " false, now() - interval '" + age + "' - n * interval '10 milliseconds', " + completed
                + " from generate_series(1, " + takes + ") n");
    }

    /** The row in the middle of those that are due, in the order of the run. */
    String middle() {
        return "(select id from musicmuse.practice_session where account_id = '" + due + "' order by started_at, id"
                + " offset " + rows / 2 + " limit 1)";
    }

    /** Who waits for the lock has begun to delete. */
    String lockOfMiddle() {
        return "select 1 from musicmuse.practice_session where id = " + middle() + " for update";
    }

    long left() throws SQLException {
        return runs.number("select count(*) from musicmuse.practice_session where account_id = ?", due);
    }

    /** By all runs: the schedule's may come in between. */
    long proved() throws SQLException {
        return allProved() - provedBefore;
    }

    /** At any moment of a fault. */
    void assertNothingWrong() throws SQLException {
        assertThat(others()).as("rows that are not due").isEqualTo(othersBefore);
    }

    void assertProofIsExact() throws SQLException {
        assertThat(proved()).as("rows proved").isEqualTo(rows - left());
    }

    void assertAllOver() throws SQLException {
        assertNothingWrong();
        assertThat(left()).as("due rows left").isZero();
        assertThat(proved()).as("rows proved").isEqualTo(rows);
    }

    private long allProved() throws SQLException {
        return runs.number(
                "select coalesce(sum(removed), 0) from musicmuse.retention_evidence where rule_id = '" + RULE + "'");
    }

    private String others() throws SQLException {
        return runs.text(
                "select count(*) || md5(string_agg(s::text, '|' order by id)) from musicmuse.practice_session s"
                        + " where account_id = ?",
                others);
    }
}
