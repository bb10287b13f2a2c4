package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;

/** Calls the database's own functions: the application may not delete a row of the audit log itself. */
@Dependent
public class AuditErasure {

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
            call.setObject(1, account.value());
            call.setArray(2, connection.createArrayOf("text", addresses.toArray()));
            return number(call);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static long number(PreparedStatement call) throws SQLException {
        try (var row = call.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
