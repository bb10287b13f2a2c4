package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RuleState;
import io.astrionix.musicmuse.retention.boundary.RuleView;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.retention.boundary.Trouble.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with retention at this moment. */
@Dependent
public class Troubles {

    private static final Duration OVERDUE = Duration.ofHours(24);
    private static final Duration SILENT = Duration.ofHours(36);

    private final Sql sql;
    private final RuleReader rules;

    @Inject
    public Troubles(Sql sql, RuleReader rules) {
        this.sql = sql;
        this.rules = rules;
    }

    public List<Trouble> now() {
        var now = sql.now();
        var troubles = new ArrayList<Trouble>();
        lastFailure().ifPresent(at -> troubles.add(new Trouble(Kind.RUN_FAILED, "", at)));
        silentSince()
                .filter(since -> isLongerAgo(since, SILENT, now))
                .ifPresent(since -> troubles.add(new Trouble(Kind.SILENT, "", since)));
        rules.all().forEach(rule -> troubles.addAll(of(rule, now)));
        return troubles;
    }

    /** Of one rule; there may be several. */
    static List<Trouble> of(RuleView rule, Instant now) {
        var troubles = new ArrayList<Trouble>();
        if (rule.overdueSince() != null && isLongerAgo(rule.overdueSince(), OVERDUE, now)) {
            troubles.add(new Trouble(Kind.OVERDUE, rule.rule(), rule.overdueSince()));
        }
        if (rule.state() == RuleState.STOPPED) {
            troubles.add(new Trouble(Kind.STOPPED, rule.rule(), rule.lastRun()));
        }
        if (rule.state() == RuleState.EXCEPTIONS) {
            troubles.add(new Trouble(Kind.EXCEPTIONS, rule.rule(), rule.lastRun()));
        }
        return troubles;
    }

    private static boolean isLongerAgo(Instant moment, Duration limit, Instant now) {
        return moment.plus(limit).isBefore(now);
    }

    private Optional<Instant> lastFailure() {
        return sql
                .list(
                        "select max(ended_at) as at from musicmuse.retention_run where state in ('FAILED', 'REFUSED')"
                                + " and ended_at > clock_timestamp() - interval '1 day'",
                        row -> Optional.ofNullable(Sql.instant(row, "at")))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The end of the last run that deleted; where none has, the moment the first one was asked for. */
    private Optional<Instant> silentSince() {
        return sql
                .list(
                        "select coalesce(max(ended_at) filter (where state in ('DONE', 'EXCEPTIONS')), min(requested_at))"
                                + " as at from musicmuse.retention_run where kind = 'PURGE'",
                        row -> Optional.ofNullable(Sql.instant(row, "at")))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
