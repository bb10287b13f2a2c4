package io.astrionix.musicmuse.datamap.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A YAML file beside the annotations: a list of entries, in which no key but the known ones may stand. */
final class YamlFile {

    private YamlFile() {}

    /** @throws IllegalArgumentException if the file is not a list of maps */
    static List<Entry> entries(String file, String... knownKeys) {
        try (var in =
                Objects.requireNonNull(io.astrionix.musicmuse.datamap.DataMap.class.getResourceAsStream(file), file)) {
            var loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
            var entries = new ArrayList<Entry>();
            for (var entry : (List<?>) loaded) {
                entries.add(new Entry(file, map(entry), Set.of(knownKeys)));
            }
            return entries;
        } catch (IOException | ClassCastException unreadable) {
            throw new IllegalArgumentException(file + " is not a list of maps", unreadable);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    /** One of the list. */
    record Entry(String file, Map<?, ?> values, Set<String> knownKeys) {

        Entry {
            var unknown = new TreeSet<String>();
            values.keySet().forEach(key -> unknown.add(key.toString()));
            unknown.removeAll(knownKeys);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(file + ": nobody reads " + unknown + " in " + values);
            }
        }

        String text(String key) {
            return optional(key)
                    .orElseThrow(() -> new IllegalArgumentException(file + ": no " + key + " in " + values));
        }

        Optional<String> optional(String key) {
            return Optional.ofNullable(values.get(key)).map(Object::toString);
        }

        List<String> texts(String key) {
            return values.get(key) instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
        }

        /** The columns of a table: name to reason, or to what {@code PersonalData} says. */
        Map<?, ?> nested(String key) {
            return values.get(key) instanceof Map<?, ?> nested ? nested : Map.of();
        }
    }
}
