package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import javax.crypto.SecretKey;

/** The secret keys of this installation, read once from the {@link KeysFile}; never in the database, a log or the EAR. */
@ApplicationScoped
public class Keys {

    private Map<String, SecretKey> keys;
    private Map<KeyUse, String> current;

    public Keys() {} // required by the proxy

    /** @throws InvalidSettingException if the keys file cannot be used */
    @Inject
    public Keys(Settings settings) {
        this(new KeysFile(file(settings)));
    }

    /** The keys file, wherever the setting's path begins. */
    public static Path file(Settings settings) {
        return ServerFiles.resolve(settings.text(Setting.KEYS_FILE).orElseThrow());
    }

    Keys(KeysFile file) {
        var content = file.readOrCreate();
        this.keys = content.keys();
        this.current = content.current();
    }

    /** The id of the key to use for something new, such as "1": store it beside what the key made. */
    public String currentId(KeyUse use) {
        return current.get(use);
    }

    /** @throws IllegalArgumentException if the keys file has no such key (any more) */
    public SecretKey key(KeyUse use, String id) {
        var key = keys.get(KeysFile.name(use, id));
        if (key == null) {
            throw new IllegalArgumentException("The keys file has no " + KeysFile.name(use, id));
        }
        return key;
    }

    public SecretKey current(KeyUse use) {
        return key(use, currentId(use));
    }
}
