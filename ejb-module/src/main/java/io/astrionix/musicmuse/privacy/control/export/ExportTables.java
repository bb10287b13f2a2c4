package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is exported of which table, by the data map alone: a table that says whose rows it has needs no code here. */
final class ExportTables {

    private static final String ID = "id";

    private final DataMap map;
    private final Set<String> kinds;

    /** @param kinds records whose subject is the id of an account */
    ExportTables(DataMap map, Set<String> kinds) {
        this.map = map;
        this.kinds = kinds;
    }

    /** @param portable only what the person provided or produced (A11) */
    List<ExportTable> all(boolean portable) {
        return map.records().stream()
                .filter(mapped -> kinds.contains(mapped.name()))
                .flatMap(mapped -> tables(mapped, portable).stream())
                .toList();
    }

    private static List<ExportTable> tables(MappedRecord mapped, boolean portable) {
        var subject = column(mapped, mapped.personal().orElseThrow().subject());
        var main = tableOf(subject);
        var key = mapped.attributes().stream().anyMatch(a -> a.path().equals(ID)) ? column(mapped, ID) : subject;
        Map<String, List<MappedAttribute>> byTable = new LinkedHashMap<>();
        for (var attribute : stored(mapped)) {
            byTable.computeIfAbsent(tableOf(attribute.columns().get(0)), table -> new ArrayList<>())
                    .add(attribute);
        }
        var tables = new ArrayList<ExportTable>();
        byTable.forEach((table, attributes) -> {
            var fields = new ArrayList<ExportField>();
            if (byTable.size() > 1 && !key.equals(subject)) {
                fields.add(link(key));
            }
            int links = fields.size();
            boolean isMain = table.equals(main);
            for (var attribute : attributes) {
                fields.addAll(fields(mapped, attribute, isMain, portable));
            }
            if (fields.size() > links) {
                var name = isMain
                        ? mapped.name()
                        : mapped.name() + "." + first(attributes.get(0).path());
                tables.add(new ExportTable(name, fields, from(table, main, attributes, key, subject)));
            }
        });
        return tables;
    }

    /** Something embedded has no column itself: what is in it has. */
    private static List<MappedAttribute> stored(MappedRecord mapped) {
        return mapped.attributes().stream()
                .filter(attribute -> !attribute.columns().isEmpty())
                .toList();
    }

    private static String from(
            String table, String main, List<MappedAttribute> attributes, String key, String subject) {
        var whose = " where m." + nameOf(subject) + " = ?";
        if (table.equals(main)) {
            return " from " + main + " m" + whose;
        }
        // The column that leads to the row it belongs to comes first.
        var join = nameOf(attributes.get(0).columns().get(0));
        return " from " + table + " t join " + main + " m on t." + join + " = m." + nameOf(key) + whose;
    }

    /** So that rows in two files can be put together again. */
    private static ExportField link(String key) {
        return new ExportField("row", "m." + nameOf(key), "", Optional.empty());
    }

    private static List<ExportField> fields(
            MappedRecord mapped, MappedAttribute attribute, boolean main, boolean portable) {
        var personal = attribute.personal();
        if (personal.isEmpty() || !isExported(personal.get().export(), portable)) {
            return List.of();
        }
        var columns = attribute.columns();
        boolean leadsToOwner = !main && !attribute.path().contains(".");
        var word = mapped.key() + "." + attribute.path();
        return columns.subList(leadsToOwner ? 1 : 0, columns.size()).stream()
                .map(column -> {
                    var name = (main ? "m." : "t.") + nameOf(column);
                    var shown = personal.get().export() == Export.EXISTENCE ? name + " is not null" : name;
                    return new ExportField(
                            columns.size() == 1 ? last(attribute.path()) : nameOf(column), shown, word, personal);
                })
                .toList();
    }

    private static boolean isExported(Export export, boolean portable) {
        return portable ? export == Export.PORTABLE : export != Export.NONE;
    }

    private static String column(MappedRecord mapped, String path) {
        return mapped.attributes().stream()
                .filter(attribute -> attribute.path().equals(path))
                .findFirst()
                .orElseThrow()
                .columns()
                .get(0);
    }

    private static String tableOf(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    private static String nameOf(String column) {
        return column.substring(column.lastIndexOf('.') + 1);
    }

    private static String first(String path) {
        return path.replaceFirst("\\..*", "");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
