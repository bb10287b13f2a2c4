package io.astrionix.musicmuse.privacy.control.export;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads for as long as it takes, and sees the same rows from beginning to end. The database's own transaction: the
 * container's would end an export of many rows. Call in no transaction.
 */
@Dependent
public class ExportTransaction {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** What is read. */
    @FunctionalInterface
    interface Reading {
        void from(Connection transaction) throws IOException;
    }

    void read(Reading reading) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false); // without it the driver holds all rows of a query at once
            try {
                reading.from(connection);
            } finally {
                connection.rollback(); // nothing was written
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
