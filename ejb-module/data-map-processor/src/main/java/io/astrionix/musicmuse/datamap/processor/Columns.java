package io.astrionix.musicmuse.datamap.processor;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.VariableElement;

/** Where Jakarta Persistence stores a field, by its own rules of naming. Names are those of PostgreSQL: small letters. */
final class Columns {

    /** orm.xml names it for all entities. */
    private static final String SCHEMA = "musicmuse";

    private Columns() {}

    /** The table of an entity's field, which a superclass of the entity may declare. */
    static String table(PersistentType entity, PersistentType declaring) {
        var entities = entity.withSuperclasses().stream()
                .filter(PersistentType::isEntity)
                .toList();
        var root = entities.get(0);
        var inheritance = root.element().getAnnotation(Inheritance.class);
        var owner =
                switch (inheritance == null ? InheritanceType.SINGLE_TABLE : inheritance.strategy()) {
                    case SINGLE_TABLE -> root;
                    case TABLE_PER_CLASS -> entity;
                    case JOINED -> declaring.isEntity() ? declaring : root;
                };
        var table = owner.element().getAnnotation(Table.class);
        return table == null || table.name().isEmpty()
                ? qualified(owner.name())
                : qualified(table.schema(), table.name());
    }

    static String collectionTable(PersistentType entity, VariableElement field) {
        var table = field.getAnnotation(CollectionTable.class);
        return table == null || table.name().isEmpty()
                ? qualified(entity.name() + "_" + field.getSimpleName())
                : qualified(table.schema(), table.name());
    }

    /** The columns of a collection's table that hold no element: whose it is, and the place or key. */
    static List<String> keysOfCollection(PersistentType entity, VariableElement field) {
        var table = field.getAnnotation(CollectionTable.class);
        var columns = new ArrayList<String>();
        if (table == null || table.joinColumns().length == 0) {
            columns.add(lower(entity.name() + "_id"));
        } else {
            Arrays.stream(table.joinColumns())
                    .map(JoinColumn::name)
                    .map(Columns::lower)
                    .forEach(columns::add);
        }
        var order = field.getAnnotation(OrderColumn.class);
        if (order != null) {
            columns.add(lower(order.name().isEmpty() ? field.getSimpleName() + "_order" : order.name()));
        }
        var key = field.getAnnotation(MapKeyColumn.class);
        if (key != null) {
            columns.add(lower(key.name().isEmpty() ? field.getSimpleName() + "_key" : key.name()));
        }
        return columns.stream()
                .map(column -> collectionTable(entity, field) + "." + column)
                .toList();
    }

    static String column(String table, VariableElement field) {
        var column = field.getAnnotation(Column.class);
        var inTable = column == null || column.table().isEmpty() ? table : qualified(column.table());
        return inTable + "."
                + lower(
                        column == null || column.name().isEmpty()
                                ? field.getSimpleName().toString()
                                : column.name());
    }

    /** The column of an embedded field, under the name that the embedding field gives it. */
    static String column(String table, VariableElement embedding, VariableElement field) {
        return Arrays.stream(embedding.getAnnotationsByType(AttributeOverride.class))
                .filter(override -> field.getSimpleName().contentEquals(override.name()))
                .map(override -> table + "." + lower(override.column().name()))
                .findFirst()
                .orElseGet(() -> column(table, field));
    }

    static String reference(String table, VariableElement field) {
        var column = field.getAnnotation(JoinColumn.class);
        return table + "."
                + lower(column == null || column.name().isEmpty() ? field.getSimpleName() + "_id" : column.name());
    }

    /** Both sides of a table that only joins. */
    static List<String> joinTable(JoinTable table) {
        return Arrays.stream(new JoinColumn[][] {table.joinColumns(), table.inverseJoinColumns()})
                .flatMap(Arrays::stream)
                .map(column -> qualified(table.schema(), table.name()) + "." + lower(column.name()))
                .toList();
    }

    private static String qualified(String table) {
        return qualified("", table);
    }

    private static String qualified(String schema, String table) {
        return lower(schema.isEmpty() ? SCHEMA : schema) + "." + lower(table);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
