package io.astrionix.musicmuse.asvs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Reads and writes docs/asvs.yml. */
public final class AsvsFile {

    private static final String HEAD = """
            # OWASP ASVS 5.0: which tests prove which requirement. All of levels 1 and 2 that apply, and 17 of level 3.
            #
            # id, level, text and waits are written by hand; tests are found by their tags, such as @Tag("ASVS-6.2.1"), and
            # written by: ./mvnw -Dasvs=write -pl ear/asvs verify
            # The build fails when the list is not what the tests say, or when a requirement has neither test nor reason.
            # A requirement with tests and a reason is proven for what there is; the reason says what is still to come.
            """;

    private static final LoadSettings READING = LoadSettings.builder().build();
    private static final DumpSettings WRITING = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(200)
            .build();

    private AsvsFile() {}

    /** @throws IllegalArgumentException if an entry is not what {@link Requirement} says */
    public static List<Requirement> read(Path file) {
        var entries = (List<?>) new Load(READING).loadFromString(text(file));
        return entries.stream().map(entry -> requirement((Map<?, ?>) entry)).toList();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the file should hold. */
    public static String written(List<Requirement> requirements) {
        var entries = requirements.stream().map(AsvsFile::entry).toList();
        return HEAD + new Dump(WRITING).dumpToString(entries);
    }

    private static Requirement requirement(Map<?, ?> entry) {
        var known = List.of("id", "level", "text", "tests", "waits");
        if (!known.containsAll(entry.keySet())) {
            throw new IllegalArgumentException("unknown key in " + entry);
        }
        if (!(entry.get("id") instanceof String id)
                || !(entry.get("level") instanceof Integer level)
                || !(entry.get("text") instanceof String text)) {
            throw new IllegalArgumentException("id, level or text is missing in " + entry);
        }
        var tests = entry.get("tests") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new Requirement(
                id, level, text, tests, Optional.ofNullable(entry.get("waits")).map(String::valueOf));
    }

    private static Map<String, Object> entry(Requirement requirement) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", requirement.id());
        entry.put("level", requirement.level());
        entry.put("text", requirement.text());
        if (!requirement.tests().isEmpty()) {
            entry.put("tests", requirement.tests());
        }
        requirement.waits().ifPresent(reason -> entry.put("waits", reason));
        return entry;
    }
}
