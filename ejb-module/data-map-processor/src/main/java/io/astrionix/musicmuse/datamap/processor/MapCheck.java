package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.datamap.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only the whole map shows: rules that are not there, clocks that tick nowhere, two legal bases for one thing. */
final class MapCheck {

    private final DataMap map;
    private final Map<String, RetentionRule> rules = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private MapCheck(DataMap map) {
        this.map = map;
    }

    static List<Problem> check(DataMap map) {
        var check = new MapCheck(map);
        check.eachRuleOnce();
        map.records().forEach(check::recordsRules);
        check.clocksTick();
        check.usedOrWaiting();
        check.oneBasisForEachThing();
        check.subjects();
        return check.problems;
    }

    private void eachRuleOnce() {
        for (var rule : map.rules()) {
            if (rules.put(rule.id(), rule) != null) {
                problem("retention.yml has two rules " + rule.id());
            }
        }
        var columns = new HashSet<String>();
        map.columns()
                .filter(column -> !columns.add(column))
                .forEach(twice -> problem(twice + " is mapped twice: an entity has it, so tables.yml need not"));
    }

    private void recordsRules(MappedRecord mapped) {
        for (var id : used(mapped)) {
            var rule = rules.get(id);
            if (rule == null) {
                problem(mapped.name() + " names the rule " + id + ", which retention.yml does not have");
            } else if (rule.lasts() != Lasts.ACCOUNT && !rule.lasts().runsByClock()) {
                problem(mapped.name() + " is personal: " + id + " does not end it");
            } else if (rule.lasts().runsByClock()
                    && rule.clocks().stream().noneMatch(columnsOfActivity(mapped)::contains)) {
                problem("retention.yml: " + id + " is used by " + mapped.name() + ": add the column its clock runs by");
            }
        }
    }

    private void clocksTick() {
        Set<String> columns = map.columns().collect(Collectors.toSet());
        map.rules().forEach(rule -> rule.clocks().stream()
                .filter(clock -> !columns.contains(clock))
                .forEach(clock -> problem("retention.yml: " + rule.id() + " runs by " + clock
                        + ", which no entity and no table of tables.yml has")));
    }

    private void usedOrWaiting() {
        var used = new TreeSet<String>();
        map.records().forEach(mapped -> used.addAll(used(mapped)));
        map.stores().forEach(store -> used.addAll(store.retention()));
        for (var rule : map.rules()) {
            if (used.contains(rule.id()) == rule.waiting().isPresent()) {
                problem("retention.yml: " + rule.id()
                        + (rule.waiting().isPresent()
                                ? " is in use and waits for nothing"
                                : " is used by nothing: say what it is waiting for"));
            }
        }
        map.stores().forEach(this::storesRules);
    }

    private void storesRules(Store store) {
        if (store.retention().isEmpty()) {
            problem("stores.yml: " + store.id() + " needs a rule of retention.yml");
        }
        for (var id : store.retention()) {
            var rule = rules.get(id);
            if (rule == null) {
                problem("stores.yml: " + store.id() + " names the rule " + id + ", which retention.yml does not have");
            } else if (store.personal() && rule.lasts() == Lasts.INSTALLATION) {
                problem("stores.yml: " + store.id() + " is personal and cannot stay as long as the installation");
            }
        }
    }

    /** R27: within an activity a category of data has one legal basis. */
    private void oneBasisForEachThing() {
        var bases = new HashMap<String, LegalBasis>();
        for (var mapped : map.records()) {
            for (var attribute : mapped.attributes()) {
                attribute.personal().ifPresent(personal -> {
                    var thing = activity(mapped) + ", " + personal.category();
                    var other = bases.putIfAbsent(thing, personal.basis());
                    if (other != null && other != personal.basis()) {
                        problem(mapped.name() + "." + attribute.path() + ": " + thing + " has two legal bases, " + other
                                + " and " + personal.basis() + ": give one of them an activity of its own (R27)");
                    }
                });
            }
        }
    }

    /** Of tables without entity; those of entities are checked where they are declared. */
    private void subjects() {
        for (var mapped : map.records()) {
            if (!mapped.entity() && mapped.personal().isPresent()) {
                var subject = mapped.personal().get().subject();
                boolean leads = mapped.attributes().stream()
                        .anyMatch(attribute -> attribute.path().equals(subject)
                                && attribute.personal().isPresent());
                if (!leads) {
                    problem("tables.yml: the subject " + subject + " of " + mapped.name()
                            + " is no column that leads to a person");
                }
            }
        }
    }

    private static Set<String> used(MappedRecord mapped) {
        return Stream.concat(
                        mapped.personal().stream().flatMap(about -> about.retention().stream()),
                        mapped.attributes().stream()
                                .map(MappedAttribute::personal)
                                .flatMap(Optional::stream)
                                .flatMap(personal -> personal.retention().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A side table goes with its main table, whose clock it need not repeat. */
    private Set<String> columnsOfActivity(MappedRecord mapped) {
        return map.records().stream()
                .filter(other -> activity(other).equals(activity(mapped)))
                .flatMap(other -> other.attributes().stream())
                .flatMap(attribute -> attribute.columns().stream())
                .collect(Collectors.toSet());
    }

    private static String activity(MappedRecord mapped) {
        return mapped.personal().map(MappedRecord.About::activity).orElse("");
    }

    private void problem(String message) {
        problems.add(Problem.inFiles(message));
    }
}
