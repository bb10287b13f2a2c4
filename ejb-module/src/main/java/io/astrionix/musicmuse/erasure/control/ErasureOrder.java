package io.astrionix.musicmuse.erasure.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which table is emptied before which: children before parents. */
final class ErasureOrder {

    private final Map<String, Set<String>> children;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> way = new ArrayList<>();

    private ErasureOrder(Set<TableReference> references) {
        children = references.stream()
                .filter(reference -> !reference.child().equals(reference.parent()))
                .collect(Collectors.groupingBy(
                        TableReference::parent,
                        Collectors.mapping(TableReference::child, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * @param rank what goes first where the references leave it open: the lower
     * @throws IllegalArgumentException with the tables if they need each other in a circle
     */
    static List<String> of(Set<String> tables, Set<TableReference> references, Function<String, Integer> rank) {
        var order = new ErasureOrder(references);
        tables.stream()
                .sorted(Comparator.comparing(rank).thenComparing(table -> table))
                .forEach(order::visit);
        return order.done.stream().filter(tables::contains).toList();
    }

    private void visit(String table) {
        if (done.contains(table)) {
            return;
        }
        if (way.contains(table)) {
            throw new IllegalArgumentException("Tables need each other in a circle: "
                    + String.join(" > ", way.subList(way.indexOf(table), way.size())) + " > " + table);
        }
        way.add(table);
        children.getOrDefault(table, Set.of()).forEach(this::visit);
        way.remove(way.size() - 1);
        done.add(table);
    }
}
