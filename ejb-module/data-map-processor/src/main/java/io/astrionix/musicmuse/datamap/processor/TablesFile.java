package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.MappedRecord.About;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.datamap.processor.YamlFile.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** tables.yml: the tables and columns that no entity knows. */
final class TablesFile {

    private static final String FILE = "tables.yml";

    private TablesFile() {}

    /** @throws IllegalArgumentException with the reason if something is missing or unknown */
    static List<MappedRecord> read() {
        return YamlFile.entries(FILE, "table", "subject", "activity", "retention", "erase", "reason", "columns")
                .stream()
                .map(TablesFile::table)
                .toList();
    }

    private static MappedRecord table(Entry entry) {
        var name = entry.text("table");
        var reason = entry.optional("reason");
        if (reason.isPresent()) {
            var attributes = entry.texts("columns").stream()
                    .map(column -> notPersonal(name, column, reason.get()))
                    .toList();
            return new MappedRecord(name, false, Optional.empty(), attributes);
        }
        var about = new About(
                entry.text("subject"),
                entry.text("activity"),
                entry.texts("retention"),
                Erase.valueOf(entry.optional("erase").orElse("DELETE")));
        var attributes = entry.nested("columns").entrySet().stream()
                .map(column -> column(name, column.getKey().toString(), column.getValue(), about))
                .toList();
        return new MappedRecord(name, false, Optional.of(about), attributes);
    }

    private static MappedAttribute column(String table, String column, Object says, About about) {
        if (says instanceof Map<?, ?> map) {
            var entry = new Entry(
                    FILE,
                    map,
                    Set.of(
                            "category",
                            "purpose",
                            "basis",
                            "source",
                            "recipients",
                            "export",
                            "erase",
                            "restriction",
                            "retention",
                            "why"));
            return new MappedAttribute(
                    column, List.of(table + "." + column), Optional.of(personal(entry, about)), Optional.empty());
        }
        return notPersonal(table, column, says.toString());
    }

    private static Personal personal(Entry entry, About about) {
        return new Personal(
                Category.valueOf(entry.text("category")),
                Constants.sorted(Purpose.class, entry.texts("purpose")),
                LegalBasis.valueOf(entry.optional("basis").orElse("CONTRACT")),
                Source.valueOf(entry.text("source")),
                Constants.withHosting(Constants.sorted(Recipient.class, entry.texts("recipients"))),
                Export.valueOf(entry.text("export")),
                Erase.valueOf(entry.optional("erase").orElse("DELETE")),
                Restriction.valueOf(entry.optional("restriction").orElse("AS_NORMAL")),
                entry.optional("retention").map(List::of).orElse(about.retention()),
                entry.text("why"));
    }

    private static MappedAttribute notPersonal(String table, String column, String reason) {
        return new MappedAttribute(column, List.of(table + "." + column), Optional.empty(), Optional.of(reason));
    }
}
