package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RetentionRequestException;
import io.astrionix.musicmuse.retention.boundary.RetentionRequestException.Reason;
import io.astrionix.musicmuse.retention.boundary.RuleState;
import io.astrionix.musicmuse.retention.boundary.RuleView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that the engine runs: what waits for them now, and what their last runs did. */
@Dependent
public class RuleReader {

    private final Sql sql;
    private final RetentionTargets targets;
    private final DueRows dueRows;

    @Inject
    public RuleReader(Sql sql, RetentionTargets targets, DueRows dueRows) {
        this.sql = sql;
        this.targets = targets;
        this.dueRows = dueRows;
    }

    private record LastRun(
            String rule,
            String state,
            String reason,
            boolean approved,
            Instant end,
            long removed,
            long millis,
            long due) {}

    /** @param overdue since when the oldest due row is due */
    private record Waiting(long due, long held, Optional<Instant> overdue) {}

    public List<RuleView> all() {
        var now = sql.now();
        var lastRuns = lastRuns();
        var pauses = pauses();
        var aside = aside();
        return targets.rules().stream()
                .map(rule -> view(
                        targets.of(rule),
                        Optional.ofNullable(lastRuns.get(rule)),
                        Optional.ofNullable(pauses.get(rule)),
                        aside.getOrDefault(rule, 0L),
                        now))
                .toList();
    }

    /** @throws RetentionRequestException if the engine runs no such rule */
    public void require(String rule) {
        if (targets.of(rule).isEmpty()) {
            throw new RetentionRequestException(Reason.NO_SUCH_RULE);
        }
    }

    private RuleView view(
            List<RetentionTarget> ofRule, Optional<LastRun> last, Optional<String> pause, long aside, Instant now) {
        var waiting = waiting(ofRule, now);
        var state = pause.isPresent()
                ? RuleState.PAUSED
                : last.map(RuleReader::state).orElse(RuleState.NEW);
        boolean stands = state == RuleState.PAUSED || state == RuleState.STOPPED;
        return new RuleView(
                ofRule.get(0).rule().id(),
                ofRule.stream().map(RetentionTarget::table).distinct().toList(),
                state,
                pause.or(() -> last.filter(run -> state == RuleState.STOPPED).map(LastRun::reason))
                        .orElse(""),
                waiting.due(),
                waiting.overdue().orElse(null),
                waiting.held(),
                aside,
                last.map(LastRun::end).orElse(null),
                last.map(LastRun::removed).orElse(0L),
                last.map(LastRun::millis).orElse(0L),
                last.filter(run -> state == RuleState.STOPPED).map(LastRun::due).orElse(0L),
                stands ? null : NextRun.after(now));
    }

    private Waiting waiting(List<RetentionTarget> ofRule, Instant now) {
        var counts =
                ofRule.stream().collect(Collectors.toMap(Function.identity(), target -> dueRows.count(target, now)));
        return new Waiting(
                counts.values().stream().mapToLong(DueRows.Count::due).sum(),
                counts.values().stream().mapToLong(DueRows.Count::held).sum(),
                counts.entrySet().stream()
                        .filter(count -> count.getValue().oldest() != null)
                        .map(count -> count.getKey().dueAt(count.getValue().oldest()))
                        .min(Instant::compareTo));
    }

    private static RuleState state(LastRun last) {
        return switch (last.state()) {
            case "STOPPED" -> last.approved() ? RuleState.APPROVED : RuleState.STOPPED;
            case "EXCEPTIONS" -> RuleState.EXCEPTIONS;
            default -> RuleState.DONE;
        };
    }

    private Map<String, LastRun> lastRuns() {
        return sql
                .list(
                        "select distinct on (rr.rule_id) rr.rule_id, rr.state, rr.stop_reason, rr.approved_at, rr.removed,"
                                + " rr.millis, rr.due, r.ended_at from musicmuse.retention_rule_run rr"
                                + " join musicmuse.retention_run r on r.id = rr.run_id where r.kind = 'PURGE'"
                                + " and r.ended_at is not null and rr.state in ('DONE', 'EXCEPTIONS', 'STOPPED')"
                                + " order by rr.rule_id, r.started_at desc",
                        RuleReader::lastRun)
                .stream()
                .collect(Collectors.toMap(LastRun::rule, Function.identity()));
    }

    private static LastRun lastRun(ResultSet row) throws SQLException {
        return new LastRun(
                row.getString("rule_id"),
                row.getString("state"),
                row.getString("stop_reason"),
                Sql.instant(row, "approved_at") != null,
                Sql.instant(row, "ended_at"),
                row.getLong("removed"),
                row.getLong("millis"),
                row.getLong("due"));
    }

    private Map<String, String> pauses() {
        return sql
                .list(
                        "select rule_id, reason from musicmuse.retention_pause",
                        row -> Map.entry(row.getString("rule_id"), row.getString("reason")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Long> aside() {
        return sql
                .list(
                        "select rule_id, count(*) as rows from musicmuse.retention_quarantine group by rule_id",
                        row -> Map.entry(row.getString("rule_id"), row.getLong("rows")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
