package io.astrionix.musicmuse.datamap;

import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import java.util.Locale;
import java.util.stream.Collectors;

/** docs/data-map.md: the whole map as tables for readers. */
public final class DataMapDocument {

    private final DataMap map;
    private final Words words = new Words(Locale.ENGLISH);

    public DataMapDocument(DataMap map) {
        this.map = map;
    }

    /** The page; the same map gives the same text. */
    public String markdown() {
        return """
                # Data map

                Every stored attribute and column: what it is, what for, on which legal basis, how long, and what erases
                it. Made from the entities' annotations, `retention.yml`, `tables.yml` and `stores.yml` (ADR 0008);
                written anew by

                ```
                ./mvnw -pl ejb-module -am test -Dtest=DataMapDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Ddatamap=write
                ```

                Sound is in no column, on no disk and in no log: it goes through the server's memory and is forgotten
                (R12); a test searches for it. The hosting provider holds all of it and is in every row of recipients
                (R34).

                ## Columns

                | Column | Category | What for | Purposes | Legal basis | Source | Recipients | Kept | Erased by | Export |
                |---|---|---|---|---|---|---|---|---|---|
                %s

                ## Rules

                | Rule | Period | Clock | Kept | Why so long | Policy | In use |
                |---|---|---|---|---|---|---|
                %s

                ## Outside the tables

                | Store | Owner | Files below the data folder | Holds | Personal | Kept |
                |---|---|---|---|---|---|
                %s
                """.formatted(columns(), rules(), stores());
    }

    private String columns() {
        return map.attributes()
                .flatMap(attribute -> attribute.columns().stream().map(column -> row(column, attribute)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String row(String column, MappedAttribute attribute) {
        return attribute
                .personal()
                .map(personal -> row(column, personal))
                .orElseGet(() -> cells(
                        code(column),
                        "not personal",
                        attribute.reason().orElseThrow(),
                        "-",
                        "-",
                        "-",
                        "-",
                        "-",
                        "-",
                        "-"));
    }

    private String row(String column, Personal personal) {
        return cells(
                code(column),
                words.category(personal.category()),
                personal.why(),
                words.purposes(personal.purposes()),
                words.basis(personal.basis()),
                personal.source().name().toLowerCase(Locale.ROOT),
                words.recipients(personal.recipients()),
                words.kept(map, personal.retention()),
                words.erase(personal.erase()),
                personal.export().name().toLowerCase(Locale.ROOT));
    }

    private String rules() {
        return map.rules().stream()
                .map(rule -> cells(
                        code(rule.id()),
                        rule.period().orElse("-"),
                        rule.clocks().isEmpty() ? "-" : String.join(", ", rule.clocks()),
                        words.kept(rule),
                        words.ground(rule),
                        rule.section(),
                        rule.waiting().map(waiting -> "waits for: " + waiting).orElse("yes")))
                .collect(Collectors.joining("\n"));
    }

    private String stores() {
        return map.stores().stream()
                .map(store -> cells(
                        code(store.id()),
                        store.owner(),
                        store.files().isEmpty()
                                ? "none: memory"
                                : store.files().stream()
                                        .map(DataMapDocument::code)
                                        .collect(Collectors.joining(", ")),
                        store.holds(),
                        store.personal() ? "yes" : "no",
                        words.kept(map, store.retention())))
                .collect(Collectors.joining("\n"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
