package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.Store;
import java.util.List;

/** stores.yml: where something is stored outside the tables. */
final class StoresFile {

    private StoresFile() {}

    /** @throws IllegalArgumentException with the reason if something is missing or unknown */
    static List<Store> read() {
        return YamlFile.entries("stores.yml", "id", "owner", "files", "holds", "personal", "retention").stream()
                .map(entry -> new Store(
                        entry.text("id"),
                        entry.text("owner"),
                        entry.texts("files"),
                        entry.text("holds"),
                        Boolean.parseBoolean(entry.text("personal")),
                        entry.texts("retention")))
                .toList();
    }
}
