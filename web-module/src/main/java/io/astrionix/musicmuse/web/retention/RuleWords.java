package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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
        return map.rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(words::kept)
                .orElse(rule);
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
