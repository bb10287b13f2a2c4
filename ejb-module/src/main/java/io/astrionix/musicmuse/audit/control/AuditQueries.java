package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.audit.boundary.ChainState;
import io.astrionix.musicmuse.audit.boundary.SealState;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the audit log for those who may see it. */
@Dependent
public class AuditQueries {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int ROWS_AT_A_TIME = 500;

    private static final String EVENTS =
            "select e.id, s.seq, e.occurred_at, e.action, e.outcome, coalesce(a.account_id::text, e.actor, ''),"
                    + " e.object_type, coalesce(o.account_id::text, e.object_id), e.details, p.names, p.personal"
                    + " from musicmuse.audit_entry e"
                    + " left join musicmuse.audit_seal s on s.entry_id = e.id"
                    + " left join musicmuse.audit_subject a on a.pseudonym = e.actor"
                    + " left join musicmuse.audit_subject o on o.pseudonym = e.object_id"
                    + " left join lateral (select array_agg(v.name order by v.name) names,"
                    + " array_agg(v.value order by v.name) personal from musicmuse.audit_personal v"
                    + " where v.entry_id = e.id) p on true";

    private static final String NEWEST_FIRST = " order by e.occurred_at desc, e.id";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    private Settings settings;
    private Clock clock;

    public AuditQueries() {} // required by the proxy

    @Inject
    public AuditQueries(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public int count(AuditFilter filter) {
        return read(connection -> {
            var where = AuditWhere.of(connection, filter);
            try (var query =
                    connection.prepareStatement("select count(*) from musicmuse.audit_entry e" + where.text())) {
                where.set(query);
                try (var row = query.executeQuery()) {
                    row.next();
                    return Math.toIntExact(row.getLong(1));
                }
            }
        });
    }

    public List<AuditView> find(AuditFilter filter, int first, int limit) {
        return read(connection -> {
            var where = AuditWhere.of(connection, filter);
            try (var query = connection.prepareStatement(EVENTS + where.text() + NEWEST_FIRST + " limit ? offset ?")) {
                int next = where.set(query);
                query.setInt(next, limit);
                query.setInt(next + 1, first);
                var events = new ArrayList<AuditView>();
                each(query, events::add);
                return events;
            }
        });
    }

    /** Hands over the events one by one, newest first, without holding them all. */
    public void forEach(AuditFilter filter, int limit, Receiver receiver) {
        read(connection -> {
            var where = AuditWhere.of(connection, filter);
            try (var query = connection.prepareStatement(EVENTS + where.text() + NEWEST_FIRST + " limit ?")) {
                query.setInt(where.set(query), limit);
                query.setFetchSize(ROWS_AT_A_TIME);
                each(query, receiver);
                return null;
            }
        });
    }

    /** @param whole the result of a verification that found no damage */
    public Optional<ChainState> lastVerification(String whole) {
        var verified = new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.of(AuditAction.AUDIT_VERIFIED), Optional.empty(), "", "");
        return find(verified, 0, 1).stream().findFirst().map(event -> {
            var details = details(event);
            return new ChainState(
                    event.occurredAt(),
                    Long.parseLong(details.get("head")),
                    Long.parseLong(details.get("entries")),
                    Optional.of(details.get("result")).filter(result -> !result.equals(whole)),
                    Long.parseLong(details.get("at")));
        });
    }

    public SealState sealState() {
        var lateBefore = clock.instant().minus(settings.duration(Setting.AUDIT_SEAL_ALARM));
        return read(connection -> {
            try (var query = connection.prepareStatement("select count(*), min(queued_at),"
                            + " (select max(seq) from musicmuse.audit_seal),"
                            + " (select sealed_at from musicmuse.audit_seal order by seq desc limit 1)"
                            + " from musicmuse.audit_unsealed");
                    var row = query.executeQuery()) {
                row.next();
                return new SealState(
                        row.getLong(3),
                        instant(row, 4),
                        row.getLong(1),
                        instant(row, 2).filter(since -> since.isBefore(lateBefore)));
            }
        });
    }

    private static Map<String, String> details(AuditView event) {
        try (var reader = JSON.createReader(new StringReader(event.details()))) {
            var object = reader.readObject();
            var details = new TreeMap<String, String>();
            object.keySet().forEach(name -> details.put(name, object.getString(name)));
            return details;
        }
    }

    private static void each(PreparedStatement query, Receiver receiver) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                receiver.take(view(rows));
            }
        }
    }

    private static AuditView view(ResultSet row) throws SQLException {
        return new AuditView(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, Long.class)),
                instant(row, 3).orElseThrow(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                personal(row),
                row.getString(9));
    }

    private static Map<String, String> personal(ResultSet row) throws SQLException {
        var personal = new TreeMap<String, String>();
        if (row.getArray(10) != null) {
            var names = (String[]) row.getArray(10).getArray();
            var values = (String[]) row.getArray(11).getArray();
            for (int i = 0; i < names.length; i++) {
                personal.put(names[i], values[i]);
            }
        }
        return personal;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private <T> T read(Reading<T> reading) {
        try (var connection = database.getConnection()) {
            return reading.from(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Takes one event after the other. */
    @FunctionalInterface
    public interface Receiver {
        void take(AuditView event);
    }

    /** A question to the database. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
