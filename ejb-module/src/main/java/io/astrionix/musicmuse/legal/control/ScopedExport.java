package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.privacy.boundary.StoredData;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Set;

/** What is stored about somebody, cut down to some categories of the data map. */
@Dependent
public class ScopedExport {

    private StoredData stored;
    private DataMap map;

    public ScopedExport() {} // required by the proxy

    @Inject
    public ScopedExport(StoredData stored, DataMap map) {
        this.stored = stored;
        this.map = map;
    }

    /** An object with an array for each kind of record of which something is left. */
    public String json(AccountId account, Set<Category> scope) {
        try (var reader = Json.createReader(new StringReader(stored.asJson(account)))) {
            return cut(reader.readObject(), scope).toString();
        }
    }

    JsonObject cut(JsonObject all, Set<Category> scope) {
        var left = Json.createObjectBuilder();
        all.forEach((kind, rows) -> {
            var array = Json.createArrayBuilder();
            rows.asJsonArray().stream()
                    .map(row -> row(kind, row.asJsonObject(), scope))
                    .filter(row -> !row.isEmpty())
                    .forEach(array::add);
            var built = array.build();
            if (!built.isEmpty()) {
                left.add(kind, built);
            }
        });
        return left.build();
    }

    private JsonObject row(String kind, JsonObject row, Set<Category> scope) {
        var left = Json.createObjectBuilder();
        row.forEach((field, value) -> {
            if (isCovered(kind, field, scope)) {
                left.add(field, value);
            }
        });
        return left.build();
    }

    /** Of an embedded attribute everything in it must be. */
    private boolean isCovered(String kind, String field, Set<Category> scope) {
        var categories = map.records().stream()
                .filter(mapped -> mapped.name().equals(kind))
                .flatMap(mapped -> mapped.attributes().stream())
                .filter(attribute ->
                        attribute.path().equals(field) || attribute.path().startsWith(field + "."))
                .flatMap(attribute -> attribute.personal().stream())
                .map(personal -> personal.category())
                .toList();
        return !categories.isEmpty() && scope.containsAll(categories);
    }
}
