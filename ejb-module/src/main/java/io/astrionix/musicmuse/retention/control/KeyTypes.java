package io.astrionix.musicmuse.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types of the tables' keys: an index is of use only to its own type. */
@ApplicationScoped
public class KeyTypes {

    private final Map<String, String> types = new ConcurrentHashMap<>();
    private Sql sql;

    public KeyTypes() {} // required by the proxy

    @Inject
    public KeyTypes(Sql sql) {
        this.sql = sql;
    }

    /** @throws IllegalStateException if the table has no such column */
    String of(RetentionTarget target) {
        return types.computeIfAbsent(target.table(), table -> read(table, target.key()));
    }

    private String read(String table, String key) {
        int dot = table.indexOf('.');
        return sql.one(
                        "select data_type from information_schema.columns"
                                + " where table_schema = ? and table_name = ? and column_name = ?",
                        row -> row.getString(1),
                        table.substring(0, dot),
                        table.substring(dot + 1),
                        key)
                .orElseThrow(() -> new IllegalStateException(table + " has no column " + key));
    }
}
