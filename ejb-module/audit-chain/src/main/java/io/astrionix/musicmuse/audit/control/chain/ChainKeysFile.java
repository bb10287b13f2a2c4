package io.astrionix.musicmuse.audit.control.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the chain as the installation's keys file has them, in lines such as {@code AUDIT_CHAIN.1 = base64}. */
public final class ChainKeysFile implements ChainKeys {

    private static final String PREFIX = "AUDIT_CHAIN.";

    private final Map<String, SecretKey> keys = new HashMap<>();

    /** @throws IOException if the file cannot be read or has no key of the chain */
    public ChainKeysFile(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (line.startsWith(PREFIX) && equals > 0) {
                keys.put(line.substring(PREFIX.length(), equals).strip(), key(file, line.substring(equals + 1)));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("no line " + PREFIX + "NUMBER in " + file);
        }
    }

    private static SecretKey key(Path file, String base64) throws IOException {
        try {
            return new SecretKeySpec(Base64.getDecoder().decode(base64.strip()), "HmacSHA256");
        } catch (IllegalArgumentException broken) {
            throw new IOException("a line of " + file + " is no key", broken);
        }
    }

    @Override
    public String currentId() {
        return keys.keySet().stream()
                .map(Integer::valueOf)
                .max(Integer::compare)
                .map(String::valueOf)
                .orElseThrow();
    }

    @Override
    public SecretKey key(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("no key " + PREFIX + id);
        }
        return key;
    }
}
