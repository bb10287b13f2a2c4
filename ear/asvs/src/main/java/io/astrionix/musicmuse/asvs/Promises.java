package io.astrionix.musicmuse.asvs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The promises of docs/promises.yml beside the tests there are, and the page made from both. */
public final class Promises {

    private static final String HEAD = """
            # The privacy policy, promise by promise

            Which test proves which promise, on which servers it runs, and how it ended when this page was last written.
            Made by `./mvnw -Dasvs=write -pl ear/asvs verify` from [promises.yml](promises.yml), the tests' tags and the
            reports that the last builds left. A promise without a test that waits for nothing fails the build.

            | Promise | What | Test | Server | Last result |
            |---|---|---|---|---|
            """;

    /** Features that are still to come. */
    private static final Set<String> FEATURES = Set.of(
            "organizations", "lessons", "billing", "coach", "analytics", "recordings", "MIDI", "marketing mails");

    private final List<Promise> promises;
    private final TaggedTests tests;

    public Promises(List<Promise> promises, TaggedTests tests) {
        this.promises = List.copyOf(promises);
        this.tests = tests;
    }

    /** @throws IllegalArgumentException if an entry has no id or text */
    public static List<Promise> read(Path file) {
        try {
            var entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return entries.stream().map(entry -> promise((Map<?, ?>) entry)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Promise promise(Map<?, ?> entry) {
        if (entry.get("id") instanceof String id && entry.get("text") instanceof String text) {
            return new Promise(id, text, Optional.ofNullable(entry.get("waits")).map(String::valueOf));
        }
        throw new IllegalArgumentException("id or text is missing in " + entry);
    }

    /** What is wrong, a line each; empty if nothing is. */
    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        for (var promise : promises) {
            boolean proven = !tests.taggedWith(promise.id()).isEmpty();
            if (!proven && promise.waits().isEmpty()) {
                complaints.add(promise.id() + " has no test, and waits for nothing");
            }
            promise.waits()
                    .filter(feature -> proven || !FEATURES.contains(feature))
                    .ifPresent(feature -> complaints.add(promise.id()
                            + (proven ? " has a test and still waits for " : " waits for what is not known: ")
                            + feature));
        }
        var unknown = new TreeSet<>(tests.tags("R"));
        unknown.removeIf(tag -> !tag.matches("R\\d+"));
        unknown.removeAll(promises.stream().map(Promise::id).collect(Collectors.toSet()));
        unknown.forEach(tag -> complaints.add(tag + " is no promise, but is on " + tests.taggedWith(tag)));
        return complaints;
    }

    /** The page docs/promises.md. */
    public String page(TestResults results) {
        var lines = new StringBuilder(HEAD);
        for (var promise : promises) {
            var proofs = tests.taggedWith(promise.id());
            if (proofs.isEmpty()) {
                lines.append(line(promise, "waits for: " + promise.waits().orElse("?"), "-", "-"));
            }
            proofs.forEach(test -> lines.append(line(promise, "`" + test + "`", servers(test), results.of(test))));
        }
        return lines.toString();
    }

    public String summary() {
        long proven = promises.stream()
                .filter(promise -> !tests.taggedWith(promise.id()).isEmpty())
                .count();
        return "Privacy policy: " + proven + " of " + promises.size() + " promises proven by tests";
    }

    private static String line(Promise promise, String test, String servers, String result) {
        return "| " + promise.id() + " | " + promise.text() + " | " + test + " | " + servers + " | " + result + " |\n";
    }

    /** Tests inside a server and from outside run on both; the others need none. */
    private static String servers(String test) {
        boolean needsOne = test.startsWith("inserver.") || test.startsWith("system.") || test.startsWith("start.");
        return needsOne ? "WildFly, Payara" : "none";
    }
}
