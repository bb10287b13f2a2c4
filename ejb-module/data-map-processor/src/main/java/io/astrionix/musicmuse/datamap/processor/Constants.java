package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.Recipient;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Sets of constants in the order of their declaration, so that the same sources give the same file. */
final class Constants {

    private Constants() {}

    static <E extends Enum<E>> Set<E> sorted(Class<E> type, Collection<String> names) {
        var constants = EnumSet.noneOf(type);
        names.forEach(name -> constants.add(Enum.valueOf(type, name)));
        return constants;
    }

    /** Everything is on the hosting provider's machines (R34). */
    static Set<Recipient> withHosting(Set<Recipient> others) {
        var recipients = EnumSet.of(Recipient.HOSTING_PROVIDER);
        recipients.addAll(others);
        return recipients;
    }
}
