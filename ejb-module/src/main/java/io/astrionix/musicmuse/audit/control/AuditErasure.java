package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Calls the database's own functions: the application may not delete a row of the audit log itself. */
@Dependent
public class AuditErasure {

    private static final String EARLIER_ADDRESSES = """
            select p.value from musicmuse.audit_subject s
            join musicmuse.audit_entry e on e.object_id = s.pseudonym and e.action = 'EMAIL_CHANGED'
            join musicmuse.audit_personal p on p.entry_id = e.id and p.name in ('old', 'new')
            where s.account_id = ?
              and not exists (select from musicmuse.account a where a.email = p.value and a.id <> ?)""";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    public long expire(Instant sealedBefore) {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("select musicmuse.audit_expire(?)")) {
            call.setObject(1, OffsetDateTime.ofInstant(sealedBefore, ZoneOffset.UTC));
            return number(call);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public long forget(AccountId account, Set<String> addresses) {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("select musicmuse.audit_forget(?, ?)")) {
            var all = new TreeSet<>(addresses);
            all.addAll(earlierAddresses(connection, account));
            call.setObject(1, account.value());
            call.setArray(2, connection.createArrayOf("text", all.toArray()));
            return number(call);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Whether the account's pseudonym leads to it. */
    public boolean knows(AccountId account) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from musicmuse.audit_subject where account_id = ?")) {
            query.setObject(1, account.value());
            return number(query) > 0;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What the account's email was before it was changed, unless somebody else has that address now. */
    private static Set<String> earlierAddresses(Connection connection, AccountId account) throws SQLException {
        try (var query = connection.prepareStatement(EARLIER_ADDRESSES)) {
            query.setObject(1, account.value());
            query.setObject(2, account.value());
            try (var rows = query.executeQuery()) {
                var found = new TreeSet<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static long number(PreparedStatement call) throws SQLException {
        try (var row = call.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
