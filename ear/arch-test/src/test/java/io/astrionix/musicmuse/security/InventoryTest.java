package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The inventory of libraries that the build makes (CycloneDX), beside what is delivered. */
class InventoryTest {

    private static final List<String> INVENTORIES = List.of("ear/target/sbom.json", "web-module/target/sbom.json");
    private static final String OURS = "io.astrionix.musicmuse";

    /** What may be delivered together with GPL-3.0 (TarsosDSP). */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "GPL-3.0-or-later",
            "GPL-3.0-only",
            "LGPL-2.1-or-later",
            "GNU Lesser General Public License (LGPL), Version 2.1",
            "GNU GENERAL PUBLIC LICENSE, Version 3, 29 June 2007");

    @Test
    @Tag("ASVS-15.1.2")
    void every_library_of_the_archive_is_in_the_inventory() {
        var known = components()
                .map(component -> component.getString("name") + "-" + component.getString("version"))
                .collect(Collectors.toSet());
        var delivered = Archive.entries().keySet().stream()
                .filter(path -> path.endsWith(".jar") && path.contains("lib/"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
        assertThat(delivered).hasSizeGreaterThan(10);
        assertThat(delivered.stream()
                        .filter(jar -> known.stream().noneMatch(name -> jar.contains(name)))
                        .toList())
                .isEmpty();
    }

    @Test
    @Tag("ASVS-15.1.2")
    void every_library_has_a_checksum() {
        assertThat(components()
                        .filter(component -> !component.getString("group", "").equals(OURS)))
                .isNotEmpty()
                .allMatch(component -> !component.getJsonArray("hashes").isEmpty());
    }

    /** npm's own inventory: the lock file, which the build installs from and nothing else. */
    @Test
    @Tag("ASVS-15.1.2")
    void every_package_of_the_browser_is_pinned_with_its_checksum() {
        var packages = json(Checkout.file("web-module/package-lock.json")).getJsonObject("packages");
        assertThat(packages.keySet()).hasSizeGreaterThan(5);
        packages.forEach((name, value) -> {
            if (!name.isEmpty()) {
                assertThat(value.asJsonObject().getString("integrity", ""))
                        .as(name)
                        .startsWith("sha512-");
            }
        });
    }

    @Test
    void every_licence_goes_together_with_ours() {
        var unfit = new HashSet<String>();
        components().forEach(component -> {
            var licences = component.getJsonArray("licenses").getValuesAs(JsonObject.class).stream()
                    .map(InventoryTest::name)
                    .toList();
            if (licences.stream().noneMatch(LICENCES::contains)) {
                unfit.add(component.getString("name") + ": " + licences);
            }
        });
        assertThat(unfit).isEmpty();
    }

    private static String name(JsonObject entry) {
        var licence = entry.getJsonObject("license");
        return licence == null
                ? entry.getString("expression", "")
                : licence.getString("id", licence.getString("name", ""));
    }

    private static Stream<JsonObject> components() {
        return INVENTORIES.stream()
                .flatMap(file ->
                        json(Checkout.file(file)).getJsonArray("components").getValuesAs(JsonObject.class).stream());
    }

    private static JsonObject json(Path file) {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Build the EAR first: " + file, unreadable);
        }
    }
}
