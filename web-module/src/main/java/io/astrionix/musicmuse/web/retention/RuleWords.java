package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the data map says, in the language of the page: for console and holds. */
@Named
@RequestScoped
public class RuleWords {

    private static final String SCHEMA = "musicmuse.";
    private static final double MILLIS = 1_000;
    private static final String KEY = ".id";

    @Inject
    private DataMap map;

    private Words words;

    @PostConstruct
    void load() {
        words = new Words(Messages.locale());
    }

    /** How long, in a sentence; the id of a rule that is no longer there. */
    public String kept(String rule) {
        return find(rule).map(words::kept).orElse(rule);
    }

    /** Such as "30 days". */
    public String period(String rule) {
        return words.period(map.rule(rule));
    }

    /** Why so long; empty for a rule that is no longer there. */
    public String ground(String rule) {
        return find(rule).map(words::ground).orElse("");
    }

    /** What is in a table, by categories; empty for one that the map does not name any more. */
    public String inTable(String table) {
        return map.attributes()
                .filter(attribute ->
                        attribute.columns().stream().anyMatch(column -> column.startsWith(SCHEMA + table + ".")))
                .flatMap(attribute -> attribute.personal().stream())
                .map(MappedAttribute.Personal::category)
                .distinct()
                .sorted()
                .map(words::category)
                .collect(Collectors.joining(", "));
    }

    private Optional<RetentionRule> find(String rule) {
        return map.rules().stream().filter(one -> one.id().equals(rule)).findFirst();
    }

    /** Such as "1.2 s". */
    public String seconds(long millis) {
        return Messages.text("retention.seconds", millis / MILLIS);
    }

    /** Those whose rows can be held one by one, without their schema. */
    public List<String> getTables() {
        return map.columns()
                .filter(column -> column.startsWith(SCHEMA) && column.endsWith(KEY))
                .map(column -> column.substring(SCHEMA.length(), column.length() - KEY.length()))
                .distinct()
                .sorted()
                .toList();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public String category(Category category) {
        return words.category(category);
    }
}
