package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.datamap.RetentionRule.Through;
import io.astrionix.musicmuse.datamap.processor.YamlFile.Entry;
import java.util.List;

/** retention.yml. */
final class RetentionFile {

    private RetentionFile() {}

    /** @throws IllegalArgumentException with the reason if a rule is incomplete or its period cannot be read */
    static List<RetentionRule> read() {
        return YamlFile.entries(
                        "retention.yml",
                        "id",
                        "lasts",
                        "period",
                        "clock",
                        "ground",
                        "section",
                        "waiting",
                        "only",
                        "through",
                        "brakes")
                .stream()
                .map(RetentionFile::rule)
                .toList();
    }

    private static RetentionRule rule(Entry entry) {
        var rule = new RetentionRule(
                entry.text("id"),
                Lasts.valueOf(entry.text("lasts")),
                entry.optional("period"),
                entry.texts("clock").stream().map(RetentionFile::qualified).toList(),
                entry.text("ground"),
                entry.text("section"),
                entry.optional("waiting"),
                entry.optional("only"),
                entry.optional("through").map(Through::valueOf),
                entry.optional("brakes").map(Boolean::valueOf).orElse(true));
        if (rule.lasts().runsByClock()) {
            rule.amount();
        } else if (rule.period().isPresent() || !rule.clocks().isEmpty()) {
            throw new IllegalArgumentException("retention.yml: " + rule.id() + " has no clock that a period could use");
        }
        return rule;
    }

    /** As columns are named everywhere else: with their schema. */
    private static String qualified(String tableAndColumn) {
        return "musicmuse." + tableAndColumn;
    }
}
