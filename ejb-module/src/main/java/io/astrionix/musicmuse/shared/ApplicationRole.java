package io.astrionix.musicmuse.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database role as which the application works. A bean of its own: in {@link DatabaseMigration} Payara hands out
 * connections only by name and password.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ApplicationRole {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** @throws SQLException if the database does not answer */
    public DatabaseRole find() throws SQLException {
        try (var connection = database.getConnection()) {
            return DatabaseRole.of(connection);
        }
    }
}
