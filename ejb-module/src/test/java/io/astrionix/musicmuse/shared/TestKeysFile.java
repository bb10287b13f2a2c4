package io.astrionix.musicmuse.shared;

import java.nio.file.Path;

/** Keys for tests of other packages. */
public final class TestKeysFile {

    private TestKeysFile() {}

    /** New ones, or those that were made in the folder before. */
    public static Keys in(Path folder) {
        return new Keys(new KeysFile(folder.resolve("keys")));
    }
}
