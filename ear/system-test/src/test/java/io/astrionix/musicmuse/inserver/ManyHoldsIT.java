package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.Holds;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException.Reason;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand.HeldRecord;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P11: holds on random rows, before a run and while it deletes. Hundreds here, ten thousand with {@code -Pbench}. */
class ManyHoldsIT extends Deployed {

    /** In the server's environment: how many rows are held before the run. */
    static final String HOLDS_VARIABLE = "MUSICMUSE_TEST_RETENTION_HOLDS";

    private static final String RULE = "abandoned-take-24h";
    private static final String TABLE = "practice_session";
    private static final int HOLDS =
            Integer.parseInt(Optional.ofNullable(System.getenv(HOLDS_VARIABLE)).orElse("0"));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String COUNT = "select count(*) from musicmuse.practice_session where id = any(cast("
            + "string_to_array(?, ' ') as uuid[]))";

    @Inject
    private Holds holds;

    @Inject
    private RetentionRuns runs;

    @Inject
    private TestAccounts accounts;

    @Inject
    private TestSignIns signIns;

    @Inject
    private Callers callers;

    private final Random random = new Random(20_261_128);
    private AccountId trust;
    private AccountId learner;

    @BeforeEach
    void people() throws Exception {
        trust = signIns.person(Role.TRUST);
        learner = accounts.create();
        signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
    }

    @AfterEach
    void leaveNothing() {
        accounts.update("delete from musicmuse.retention_hold where owner_id = ?", trust.value());
        accounts.update("delete from musicmuse.practice_session where account_id = ?", learner.value());
    }

    @Test
    @Tag("R42")
    void no_held_row_goes_and_a_released_one_goes_with_the_next_run() throws Exception {
        var rows = Stream.generate(this::id).limit(3L * HOLDS).toList();
        var before = rows.subList(0, HOLDS);
        hold(before); // before the rows are there: a run may come at any time
        abandon(rows);

        var during = holdWhile(runs.ask("PURGE", RULE), rows.subList(HOLDS, rows.size()));

        assertThat(during).as("held while rows went").isNotEmpty();
        var held = new ArrayList<>(before);
        held.addAll(during);
        long there = count(held);
        assertThat(takes()).as("what nobody held is gone").isEqualTo(there);

        Collections.shuffle(held, random);
        var released = held.subList(0, held.size() / 2);
        var stillHeld = held.subList(held.size() / 2, held.size());
        release(released);
        runs.purge(RULE);

        long lost = held.size() - there + stillHeld.size() - count(stillHeld);
        ServerFigures.keep("retention-holds", held.size(), "holds", ">= " + HOLDS);
        ServerFigures.keep("retention-holds-during-a-run", during.size(), "of them", "> 0");
        ServerFigures.keep("retention-held-rows-lost", (double) lost, "rows", "= 0");
        ServerFigures.keep("retention-released-rows-left", (double) count(released), "rows", "= 0");
        assertThat(lost).isZero();
        assertThat(count(released)).isZero();
    }

    /**
     * Places holds as somebody at the console does, from the first row that goes until the run ends.
     *
     * @return the rows that were still there when the hold was placed
     */
    private List<UUID> holdWhile(UUID run, List<UUID> rows) throws Exception {
        var held = new ArrayList<UUID>();
        var next = rows.iterator();
        long left = takes();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!runs.hasEnded(run)) {
            if (takes() == left) {
                runs.takeUp();
            } else if (held.size() < HOLDS && next.hasNext()) {
                place(next.next()).ifPresent(held::add);
            }
            assertThat(System.nanoTime()).as("the run does not end").isLessThan(end);
        }
        return held;
    }

    /** Empty if the row has gone. */
    private Optional<UUID> place(UUID row) throws Exception {
        try {
            callers.byRole()
                    .get(Role.TRUST)
                    .call(() -> holds.place(new PlaceHoldCommand(
                            HoldScope.RECORD,
                            Optional.of(new HeldRecord(TABLE, row.toString())),
                            Optional.empty(),
                            Optional.empty(),
                            "claim 12",
                            trust,
                            LocalDate.now(ZoneOffset.UTC).plusDays(30))));
            return Optional.of(row);
        } catch (InvalidHoldException tooLate) {
            assertThat(tooLate.key()).isEqualTo("retention.hold." + Reason.NO_SUCH_RECORD);
            return Optional.empty();
        }
    }

    private void hold(List<UUID> rows) {
        accounts.update(
                "insert into musicmuse.retention_hold (id, version, kind, scope, table_name, record_id, reason, owner_id,"
                        + " review_on, placed_by, placed_at) select gen_random_uuid(), 1, 'LEGAL', 'RECORD', ?, record,"
                        + " 'claim 12', ?, current_date + 30, ?, now() from unnest(string_to_array(?, ' ')) record",
                TABLE,
                trust.value(),
                trust.value(),
                joined(rows));
    }

    private void release(List<UUID> rows) {
        accounts.update(
                "update musicmuse.retention_hold set released_at = now(), released_by = owner_id"
                        + " where record_id = any(string_to_array(?, ' '))",
                joined(rows));
    }

    private void abandon(List<UUID> takes) {
        accounts.update(
                "insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id, musical_key,"
                        + " octave, tempo_bpm, strictness, calibrated, started_at) select take::uuid, 1, ?, 'tune-twinkle',"
                        + " 'violin', 'C', 0, 80, 'beginner', false, now() - interval '25 hours'"
                        + " - random() * interval '100 hours' from unnest(string_to_array(?, ' ')) take",
                learner.value(),
                joined(takes));
    }

    private long count(List<UUID> takes) {
        return accounts.number(COUNT, joined(takes));
    }

    private long takes() {
        return accounts.number("select count(*) from musicmuse.practice_session where account_id = ?", learner.value());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }
}
