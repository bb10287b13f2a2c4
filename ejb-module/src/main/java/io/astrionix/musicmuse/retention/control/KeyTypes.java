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

    /**
     * @param table with its schema
     * @throws IllegalStateException if it has no column id
     */
    String of(String table) {
        return types.computeIfAbsent(table, this::read);
    }

    private String read(String table) {
        int dot = table.indexOf('.');
        return sql.one(
                        "select data_type from information_schema.columns"
                                + " where table_schema = ? and table_name = ? and column_name = 'id'",
                        row -> row.getString(1),
                        table.substring(0, dot),
                        table.substring(dot + 1))
                .orElseThrow(() -> new IllegalStateException(table + " has no column id"));
    }
}
