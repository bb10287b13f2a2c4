package io.astrionix.musicmuse.datamap;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A persistent attribute, or a column that no entity knows.
 *
 * @param path its name in its record; of an embedded attribute with the way to it, such as {@code notes.verdict}
 * @param columns where it is stored, as {@code schema.table.column}
 * @param personal what it says about somebody; empty if nothing
 * @param reason why it is not personal; empty if it is
 */
public record MappedAttribute(String path, List<String> columns, Optional<Personal> personal, Optional<String> reason) {

    /** What {@link PersonalData} says, with the record's rules where the attribute names none of its own. */
    public record Personal(
            Category category,
            Set<Purpose> purposes,
            LegalBasis basis,
            Source source,
            Set<Recipient> recipients,
            Export export,
            Erase erase,
            Restriction restriction,
            List<String> retention,
            String why) {}
}
