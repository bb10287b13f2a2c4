package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.AccountId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** One account's rows, read with a cursor: as many as there are, never more than a few in memory. */
final class DatabaseRows implements ExportRows {

    private static final int ROWS_AT_A_TIME = 500;

    private final Connection transaction;
    private final AccountId account;

    /** @param transaction sees the same rows to its end */
    DatabaseRows(Connection transaction, AccountId account) {
        this.transaction = transaction;
        this.account = account;
    }

    @Override
    public void read(ExportTable table, Receiver receiver) throws IOException {
        try (var query = transaction.prepareStatement(table.sql())) {
            query.setFetchSize(ROWS_AT_A_TIME);
            query.setObject(1, account.value());
            try (var rows = query.executeQuery()) {
                var values = new Object[table.fields().size()];
                while (rows.next()) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = value(rows, i + 1);
                    }
                    receiver.take(values);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Export of " + table.name(), failed);
        }
    }

    private static Object value(ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant();
        }
        return value instanceof byte[] ? true : value.toString(); // a picture is a file of its own
    }
}
