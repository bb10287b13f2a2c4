package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.DataMapJson;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.RetentionRule.Through;
import io.astrionix.musicmuse.erasure.control.PlannedStep.Part;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import io.astrionix.musicmuse.shared.Sha256;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of everything the data map knows of an account, in the order in which it has to happen: what goes, children
 * before parents and secrets first; then what stays without leading to anybody; the audit log; at last the account itself.
 */
final class ErasurePlan {

    static final String ACCOUNT = "musicmuse.account";
    static final String AUDIT = "musicmuse.audit_subject";

    private static final Set<Erase> DONE_BY_STATEMENTS =
            Set.of(Erase.DELETE, Erase.NULL, Erase.REPLACE, Erase.PSEUDONYM, Erase.RETAIN);

    private final DataMap map;
    private final Set<TableReference> references;
    private final Map<String, PlannedStep> deletes = new LinkedHashMap<>();
    private final List<PlannedStep> others = new ArrayList<>();
    private final List<PlannedStep> changes = new ArrayList<>();

    private ErasurePlan(DataMap map, Set<TableReference> references) {
        this.map = map;
        this.references = new java.util.LinkedHashSet<>(references);
        map.records().stream().filter(mapped -> mapped.personal().isPresent()).forEach(this::add);
    }

    /**
     * @param references the database's foreign keys, beside what the map says itself
     * @throws IllegalArgumentException if tables need each other in a circle, or a verb is one that nothing carries out
     */
    static List<PlannedStep> of(DataMap map, Set<TableReference> references) {
        return new ErasurePlan(map, references).steps();
    }

    /** Of the map as it is written; another map has another. */
    static String hash(DataMap map) {
        var text = new StringWriter();
        DataMapJson.write(map, text);
        return Sha256.hex(text.toString());
    }

    private List<PlannedStep> steps() {
        var order = ErasureOrder.of(deletes.keySet(), references, this::rank);
        // What hangs on the account alone may go at any time before it; what others need goes where the order says.
        var rows = order.stream().filter(table -> !table.equals(ACCOUNT)).map(deletes::get);
        return Stream.of(rows, others.stream(), changes.stream(), Stream.of(audit()), account())
                .flatMap(steps -> steps)
                .toList();
    }

    private Stream<PlannedStep> account() {
        return Optional.ofNullable(deletes.get(ACCOUNT)).stream();
    }

    /** Sign-ins and secrets first: from then on nobody gets in. */
    private int rank(String table) {
        boolean secret = deletes.get(table).mapped().attributes().stream()
                .filter(attribute -> attribute.columns().stream().anyMatch(column -> column.startsWith(table + ".")))
                .map(MappedAttribute::personal)
                .flatMap(Optional::stream)
                .anyMatch(personal -> personal.category() == Category.CREDENTIALS);
        boolean signIn = deletes.get(table).mapped().name().equals("SignIn");
        return table.equals(ACCOUNT) ? 3 : signIn ? 0 : secret ? 1 : 2;
    }

    private void add(MappedRecord mapped) {
        requireKnownVerbs(mapped);
        var about = mapped.personal().orElseThrow();
        if (endsThroughAudit(about)) {
            return;
        }
        var table = table(mapped);
        var subject = HeldRows.subjectColumn(table, mapped);
        if (subject.isEmpty()) {
            // A keyed hash leads here, and nowhere back: its own rule ends it.
            changes.add(new PlannedStep(table, Erase.RETAIN, "", mapped, Optional.empty(), about.retention()));
        } else if (about.erase() == Erase.DELETE) {
            delete(mapped, table, subject.get());
        } else {
            stays(mapped, table, subject.get());
        }
    }

    private void delete(MappedRecord mapped, String table, String subject) {
        var parent = parent(table, subject);
        if (parent.isPresent()) {
            deletes.put(table, partOf(parent.get(), table, subject));
            return;
        }
        deletes.put(table, PlannedStep.of(table, Erase.DELETE, subject, mapped));
        if (!table.equals(ACCOUNT)) {
            references.add(new TableReference(table, subject, ACCOUNT));
        }
        parts(mapped, table).forEach((part, reference) -> {
            references.add(new TableReference(part, reference, table));
            deletes.put(
                    part,
                    new PlannedStep(
                            part, Erase.DELETE, subject, mapped, Optional.of(new Part(table, reference)), List.of()));
        });
        for (var path : mapped.personal().orElseThrow().others()) {
            others.add(PlannedStep.of(table, Erase.DELETE, column(mapped, table, path), mapped));
        }
    }

    /** Where the subject's column leads to a row of another record, and only through it to an account. */
    private Optional<MappedRecord> parent(String table, String subject) {
        return references.stream()
                .filter(reference -> reference.child().equals(table)
                        && reference.column().equals(subject)
                        && !reference.parent().equals(ACCOUNT))
                .flatMap(reference -> map.records().stream()
                        .filter(other ->
                                other.personal().isPresent() && table(other).equals(reference.parent())))
                .findFirst();
    }

    private static PlannedStep partOf(MappedRecord parent, String table, String reference) {
        var whole = table(parent);
        var leading = HeldRows.subjectColumn(whole, parent)
                .orElseThrow(() -> new IllegalArgumentException(table + " leads to nobody"));
        return new PlannedStep(
                table, Erase.DELETE, leading, parent, Optional.of(new Part(whole, reference)), List.of());
    }

    private void stays(MappedRecord mapped, String table, String subject) {
        var clocked = mapped.personal().orElseThrow().retention().stream()
                .filter(id -> map.rule(id).lasts().runsByClock())
                .toList();
        // Those of other people first: what leads to the row at all goes last.
        mapped.attributes().stream()
                .filter(attribute -> verb(attribute) == Erase.PSEUDONYM)
                .flatMap(attribute -> attribute.columns().stream())
                .filter(column -> !column.equals(table + "." + subject))
                .forEach(column -> changes.add(new PlannedStep(
                        tableOf(column),
                        Erase.PSEUDONYM,
                        column.substring(tableOf(column).length() + 1),
                        mapped,
                        Optional.empty(),
                        List.of())));
        boolean changed = mapped.attributes().stream()
                .anyMatch(attribute -> Set.of(Erase.PSEUDONYM, Erase.NULL, Erase.REPLACE, Erase.DELETE)
                        .contains(verb(attribute)));
        changes.add(new PlannedStep(
                table, changed ? Erase.PSEUDONYM : Erase.RETAIN, subject, mapped, Optional.empty(), clocked));
        parts(mapped, table)
                .forEach((part, reference) -> changes.add(new PlannedStep(
                        part, Erase.RETAIN, subject, mapped, Optional.of(new Part(table, reference)), clocked)));
    }

    private PlannedStep audit() {
        var kept = map.records().stream()
                .filter(mapped ->
                        mapped.personal().filter(this::endsThroughAudit).isPresent())
                .flatMap(mapped -> mapped.personal().orElseThrow().retention().stream())
                .distinct()
                .toList();
        var subjects = map.records().stream()
                .filter(mapped -> mapped.attributes().stream()
                        .anyMatch(attribute -> attribute.columns().contains(AUDIT + ".account_id")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the map has no " + AUDIT));
        return new PlannedStep(AUDIT, Erase.PSEUDONYM, "account_id", subjects, Optional.empty(), kept);
    }

    private boolean endsThroughAudit(MappedRecord.About about) {
        return about.retention().stream()
                .map(map::rule)
                .map(RetentionRule::through)
                .flatMap(Optional::stream)
                .anyMatch(through -> through == Through.AUDIT);
    }

    /** The table of the subject's column. */
    private static String table(MappedRecord mapped) {
        var subject = mapped.personal().orElseThrow().subject();
        return mapped.attributes().stream()
                .filter(attribute -> attribute.path().equals(subject))
                .flatMap(attribute -> attribute.columns().stream())
                .map(ErasurePlan::tableOf)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mapped.name() + " leads to nobody"));
    }

    /** Tables of collections, each with the column that leads to the record's own: the first that the map names. */
    private static Map<String, String> parts(MappedRecord mapped, String table) {
        return mapped.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .filter(column -> !tableOf(column).equals(table))
                .collect(Collectors.toMap(
                        ErasurePlan::tableOf,
                        column -> column.substring(tableOf(column).length() + 1),
                        (first, later) -> first,
                        LinkedHashMap::new));
    }

    private static String column(MappedRecord mapped, String table, String path) {
        return mapped.attributes().stream()
                .filter(attribute -> attribute.path().equals(path))
                .flatMap(attribute -> attribute.columns().stream())
                .findFirst()
                .map(column -> column.substring(table.length() + 1))
                .orElseThrow(() -> new IllegalArgumentException(mapped.name() + " has no " + path));
    }

    private static Erase verb(MappedAttribute attribute) {
        return attribute.personal().map(MappedAttribute.Personal::erase).orElse(Erase.RETAIN);
    }

    private static String tableOf(String column) {
        return column.substring(0, column.lastIndexOf('.'));
    }

    /** Files, sums and processors need somebody who knows them; as long as nobody does, the map may not promise it. */
    private static void requireKnownVerbs(MappedRecord mapped) {
        var unknown = new TreeSet<Erase>();
        mapped.attributes().stream().map(ErasurePlan::verb).forEach(unknown::add);
        unknown.add(mapped.personal().orElseThrow().erase());
        unknown.removeAll(DONE_BY_STATEMENTS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    mapped.name() + " is to be erased by " + unknown + ": nothing does that");
        }
    }
}
