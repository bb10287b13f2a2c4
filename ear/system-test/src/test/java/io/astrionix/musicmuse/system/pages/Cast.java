package io.astrionix.musicmuse.system.pages;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One visitor for each role, signed in, and the records that are theirs. */
public final class Cast {

    private static final Set<Role> PLAYERS = Set.of(Role.LEARNER, Role.TRAINER);

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

    /** Makes or finds one of a role's own records, by the placeholder that stands for it. */
    private final Map<String, Function<Role, String>> recordMakers = Map.of(
            "{take}", this::newTake,
            "{child}", this::newChild,
            "{person}", this::account,
            "{message}", this::newMessage,
            "{thread}", this::newThread,
            "{report}", this::newReport,
            "{run}", role -> newRun(),
            "{request}", role -> newRequest());

    private final Map<String, String> records = new HashMap<>();

    private final RunningMusicMuse musicMuse;

    public Cast(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        for (var role : Role.values()) {
            visitors.put(role, Visitor.signedIn(musicMuse, musicMuse.demo(role.name())));
        }
    }

    Set<Role> roles() {
        return visitors.keySet();
    }

    public Visitor as(Role role) {
        return visitors.get(role);
    }

    /** The path with a record of this role's visitor. */
    public String pathOf(Role owner, String path) {
        var filled = path;
        for (var maker : recordMakers.entrySet()) {
            if (filled.contains(maker.getKey())) {
                var id = records.computeIfAbsent(
                        maker.getKey() + owner, key -> maker.getValue().apply(owner));
                filled = filled.replace(maker.getKey(), id);
            }
        }
        return filled;
    }

    /** Somebody of another role, whose records of this kind are not the role's own: a child, for one, is a stranger's then. */
    Role otherOwner(Role role) {
        return PLAYERS.stream().filter(other -> other != role).findFirst().orElseThrow();
    }

    /** A child whose guardian the guardian among the visitors is; for every other role, a stranger is. */
    private String newChild(Role role) {
        var child = UUID.randomUUID();
        var guardian = role == Role.GUARDIAN ? account(Role.GUARDIAN) : newPerson("ADULT");
        newPerson(child, "MINOR");
        update(
                "insert into musicmuse.guardianship (id, version, minor_id, guardian_id, consented_at, text_version,"
                        + " ai_disclosure) values (gen_random_uuid(), 1, ?, ?::uuid, now(), '1', false)",
                child,
                guardian);
        return child.toString();
    }

    /** What the role's visitor wrote to the operator. */
    private String newMessage(Role role) {
        return newMessage("OTHER", UUID.fromString(account(role)));
    }

    /** What a stranger wrote, of a kind that the role answers. */
    private String newThread(Role role) {
        return newMessage(
                switch (role) {
                    case TRUST -> "CHILD";
                    case FINANCE -> "BILLING";
                    default -> "OTHER";
                },
                null);
    }

    private String newMessage(String category, UUID account) {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.support_thread (id, version, reference, category, status, urgent, sender_name,"
                        + " sender_email, language, signed_in, account_id, opened_at, due_at, last_message_at)"
                        + " values (?, 1, ?, ?, 'ANSWERED', ? = 'CHILD', 'Robin', ?, 'en', true, cast(? as uuid), now(), now(),"
                        + " now())",
                id,
                "M-" + id,
                category,
                category,
                id + "@cast.example",
                account == null ? null : account.toString());
        update("insert into musicmuse.support_message values (?, 0, 'SENDER', now(), 'How do I tune a lute?')", id);
        update("insert into musicmuse.support_message values (?, 1, 'STAFF', now(), 'String by string.')", id);
        return id.toString();
    }

    private String newReport(Role role) {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.abuse_report (id, version, reference, reporter_id, kind, about, body, reported_at,"
                        + " due_at) values (?, 1, ?, ?::uuid, 'PERSON', 'Somebody', 'Called me names.', now(), now())",
                id,
                "R-" + id,
                account(role));
        return id.toString();
    }

    private String newPerson(String ageState) {
        var id = UUID.randomUUID();
        newPerson(id, ageState);
        return id.toString();
    }

    private void newPerson(UUID id, String ageState) {
        update(
                "insert into musicmuse.account (id, version, email, display_name, password_hash, created_at, age_state,"
                        + " adult_from) values (?, 1, ?, 'Kim', 'none', now(), ?,"
                        + " case ? when 'MINOR' then current_date + 1000 end)",
                id,
                id + "@cast.example",
                ageState,
                ageState);
    }

    /** Nobody's own: a run of the retention engine that did nothing. */
    private String newRun() {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.retention_run (id, kind, asked_by, state, ended_at)"
                        + " values (?, 'DRY', 'test', 'DONE', now())",
                id);
        return id.toString();
    }

    /** Nobody's any more: a deletion that is done. */
    private String newRequest() {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.data_request (id, version, kind, channel, state, person_hash, received_at, asked_at,"
                        + " due_at, steps_done, closed_at, answer) values (?, 1, 'DELETION', 'FORM', 'PARTLY_KEPT', 'nobody',"
                        + " now(), now(), now() + interval '30 days', 1, now(), 'consent-proof-24m')",
                id);
        update(
                "insert into musicmuse.erasure (id, kind, account_hash, map_hash, state, begun_at, done_at, ledger_end)"
                        + " values (?, 'REQUEST', 'nobody', 'none', 'DONE', now(), now(), 0)",
                id);
        update(
                "insert into musicmuse.erasure_step values (?, 1, 'DELETE', 'musicmuse.practice_session', 'account_id',"
                        + " 12, 0, false, now()), (?, 2, 'PSEUDONYM', 'musicmuse.consent_proof', 'subject_id', 1, 1, false,"
                        + " now()), (?, 3, 'DELETE', 'musicmuse.account_profile', 'account_id', 0, 1, true, now())",
                id,
                id,
                id);
        update(
                "insert into musicmuse.erasure_leg (erasure_id, processor, tries, next_try_at, answer, done_at)"
                        + " values (?, 'smtp', 1, now(), 'DONE', now())",
                id);
        return id.toString();
    }

    private String account(Role role) {
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement("select id::text from musicmuse.account where email = ?")) {
            query.setString(1, musicMuse.demo(role.name()).email());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void update(String command, Object... parameters) {
        try (var connection = musicMuse.database().connect();
                var statement = connection.prepareStatement(command)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String newTake(Role player) {
        var owner = PLAYERS.contains(player) ? player : Role.LEARNER;
        try (var page = PracticeClient.connect(as(owner))) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(new short[9_600], PracticeClient.CATCHING_UP);
            page.stop(9_600);
            return session;
        }
    }
}
