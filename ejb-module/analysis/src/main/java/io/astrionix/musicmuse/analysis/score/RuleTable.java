package io.astrionix.musicmuse.analysis.score;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of scoring rules, whose columns are described at its head. */
final class RuleTable {

    private static final int COLUMNS = 16;
    private static final String EVERY_KIND = "*";
    private static final String ANY_PITCH = "any";
    private static final String NEVER = "never";

    private record Key(String version, InputKind kind, Strictness strictness) {}

    private final Map<Key, ScoringRules> rules = new LinkedHashMap<>();
    private final Set<String> versions = new LinkedHashSet<>();

    private RuleTable() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a line is not in the format, is there twice, or a version has a gap
     */
    static RuleTable read(List<String> lines) {
        var table = new RuleTable();
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(table::add);
        table.requireComplete();
        return table;
    }

    /** All versions in the order of the table. */
    List<String> versions() {
        return List.copyOf(versions);
    }

    /** @throws IllegalArgumentException if there is no such version */
    ScoringRules rules(String version, InputKind kind, Strictness strictness) {
        if (!versions.contains(version)) {
            throw new IllegalArgumentException("no scoring rules " + version + ", there are " + versions);
        }
        return rules.get(new Key(version, kind, strictness));
    }

    private void add(String line) {
        String[] cells = line.split("\\s+");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        ScoringRules read;
        List<InputKind> kinds;
        Strictness strictness;
        try {
            kinds = cells[1].equals(EVERY_KIND) ? List.of(InputKind.values()) : List.of(InputKind.of(cells[1]));
            strictness = Strictness.of(cells[2])
                    .orElseThrow(() -> new IllegalArgumentException("no such strictness: " + cells[2]));
            read = new ScoringRules(
                    cells[0],
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    cents(cells[5], ANY_PITCH),
                    cents(cells[6], ANY_PITCH),
                    Double.parseDouble(cells[7]),
                    Double.parseDouble(cells[8]),
                    Double.parseDouble(cells[9]),
                    Double.parseDouble(cells[10]),
                    Double.parseDouble(cells[11]),
                    cents(cells[12], NEVER),
                    new OnsetTrust(
                            Double.parseDouble(cells[13]),
                            Double.parseDouble(cells[14]),
                            Double.parseDouble(cells[15])));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " in: " + line, e);
        }
        versions.add(cells[0]);
        for (InputKind kind : kinds) {
            if (rules.putIfAbsent(new Key(cells[0], kind, strictness), read) != null) {
                throw new IllegalArgumentException("there twice: " + line);
            }
        }
    }

    private static double cents(String cell, String endless) {
        return cell.equals(endless) ? Double.POSITIVE_INFINITY : Double.parseDouble(cell);
    }

    private void requireComplete() {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no scoring rules at all");
        }
        for (String version : versions) {
            for (InputKind kind : InputKind.values()) {
                for (Strictness strictness : Strictness.values()) {
                    if (!rules.containsKey(new Key(version, kind, strictness))) {
                        throw new IllegalArgumentException(
                                "no scoring rules " + version + " for " + kind.id() + ", " + strictness.id());
                    }
                }
            }
        }
    }
}
