package io.astrionix.musicmuse.analysis.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** All versions of the scoring rules there ever were; their numbers are in {@code scoring-rules.txt} beside this class. */
public final class RuleBook {

    private static final String FILE = "scoring-rules.txt";
    private static final RuleTable TABLE = RuleTable.read(lines());

    private RuleBook() {}

    /** The version that judges new takes, for example {@code "2026-12"}. */
    public static String currentVersion() {
        return TABLE.versions().get(TABLE.versions().size() - 1);
    }

    /** All versions, the oldest first. */
    public static List<String> versions() {
        return TABLE.versions();
    }

    /** The rules by which a new take is judged. */
    public static ScoringRules current(InputKind kind, Strictness strictness) {
        return rules(currentVersion(), kind, strictness);
    }

    /**
     * The rules of one version.
     *
     * @throws IllegalArgumentException if there never was such a version
     */
    public static ScoringRules rules(String version, InputKind kind, Strictness strictness) {
        return TABLE.rules(version, kind, strictness);
    }

    private static List<String> lines() {
        var in = RuleBook.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException("missing resource " + FILE);
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, "UTF-8"))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
