package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.io.IOException;

/** Files of a person's own that are not in tables: another context adds them to an export by implementing this as a bean. */
public interface ExportContribution {

    /** Called in no transaction. */
    void addTo(AccountId account, ExportFolder folder) throws IOException;

    /** The portable folder of an export. */
    @FunctionalInterface
    interface ExportFolder {

        /** @param path such as {@code music/scale.musicxml}: letters, digits, point, hyphen, underscore, slash */
        void add(String path, byte[] content) throws IOException;
    }
}
