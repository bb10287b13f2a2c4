package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.KeptData;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Backs legal/data.xhtml: the data map in the language of the page. */
@Named
@RequestScoped
public class KeptDataBacking {

    @Inject
    private DataMap map;

    private Words words;

    @PostConstruct
    void load() {
        words = new Words(Messages.locale());
    }

    /** What is in the tables, category by category. */
    public List<CategoryText> getCategories() {
        Map<Category, List<KeptData>> rows = KeptData.of(map).stream()
                .collect(Collectors.groupingBy(
                        KeptData::category, () -> new EnumMap<>(Category.class), Collectors.toList()));
        return rows.entrySet().stream()
                .map(category -> new CategoryText(
                        words.category(category.getKey()),
                        category.getValue().stream().map(this::text).toList()))
                .toList();
    }

    /** What is elsewhere. */
    public List<StoreText> getStores() {
        return map.personalStores().stream()
                .map(store -> new StoreText(words.store(store), words.kept(map, store.retention())))
                .toList();
    }

    private KeptText text(KeptData kept) {
        return new KeptText(
                words.what(kept.attributes()),
                words.purposes(kept.purposes()),
                words.basis(kept.basis()),
                words.kept(map, kept.retention()),
                kept.retention().stream()
                        .map(id -> words.ground(map.rule(id)))
                        .distinct()
                        .collect(Collectors.joining("; ")),
                recipients(kept),
                words.erase(kept.erase()));
    }

    /** Without the hosting provider, whom the page names once for all. */
    private String recipients(KeptData kept) {
        var others = EnumSet.copyOf(kept.recipients());
        others.remove(Recipient.HOSTING_PROVIDER);
        return others.isEmpty() ? Messages.text("legal.data.nobody") : words.recipients(others);
    }

    /** A category and what is kept of it under each set of rules. */
    public record CategoryText(String name, List<KeptText> rows) {}

    /** One row in words. */
    public record KeptText(
            String what, String why, String basis, String kept, String ground, String recipients, String erased) {}

    /** A place outside the tables in words. */
    public record StoreText(String what, String kept) {}
}
