package io.astrionix.musicmuse.datamap;

import java.util.List;
import java.util.Optional;

/**
 * An entity with what it embeds, or a table that no entity knows.
 *
 * @param name the entity's class name without its package; of a table without entity its name with the schema
 * @param entity whether an entity stands for it
 * @param personal whose rows they are; empty if they say nothing about anybody
 */
public record MappedRecord(String name, boolean entity, Optional<About> personal, List<MappedAttribute> attributes) {

    /** Its name without a schema, as texts know it. */
    public String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    /**
     * What {@link PersonalRecord} says.
     *
     * @param subject the attribute, or the way to it, that leads to the account
     * @param others attributes that lead to further accounts which the row is about
     */
    public record About(String subject, String activity, List<String> retention, Erase erase, List<String> others) {

        public About(String subject, String activity, List<String> retention, Erase erase) {
            this(subject, activity, retention, erase, List.of());
        }
    }
}
