package io.astrionix.musicmuse.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text file with one key in each line, such as {@code PASSWORD_PEPPER.1 = base64}: 32 random bytes. The highest number
 * of a use is the current key; older ones stay readable. Made at the first start, readable by the server's user only.
 */
final class KeysFile {

    private static final int KEY_BYTES = 32;

    /** @param current id of the newest key of each use */
    record Content(Map<String, SecretKey> keys, Map<KeyUse, String> current) {}

    private final Path file;

    KeysFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    static String name(KeyUse use, String id) {
        return use.name() + "." + id;
    }

    /** @throws InvalidSettingException if the file cannot be read, made or understood */
    Content readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return parse(Files.readAllLines(file));
        } catch (IOException failed) {
            throw new InvalidSettingException(Setting.KEYS_FILE, "a file that can be read or made: " + file, failed);
        }
    }

    private void create() throws IOException {
        var lines = Stream.of(KeyUse.values())
                .map(use -> name(use, "1") + " = " + random())
                .toList();
        Files.createDirectories(file.getParent());
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            var text = String.join("\n", lines) + "\n";
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            // its keys are as good
        }
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Content parse(List<String> lines) {
        var keys = new HashMap<String, SecretKey>();
        for (var line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                var bytes = equals < 0 ? Optional.<byte[]>empty() : decode(line.substring(equals + 1));
                keys.put(
                        equals < 0 ? line : line.substring(0, equals).strip(),
                        new SecretKeySpec(
                                bytes.filter(b -> b.length == KEY_BYTES).orElseThrow(this::broken), "HmacSHA256"));
            }
        }
        var current = new EnumMap<KeyUse, String>(KeyUse.class);
        for (var use : KeyUse.values()) {
            current.put(use, newest(use, keys.keySet()));
        }
        return new Content(Map.copyOf(keys), current);
    }

    private String newest(KeyUse use, Set<String> names) {
        var prefix = use.name() + ".";
        var ids = names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(id -> id.matches("[1-9][0-9]{0,3}"))
                .collect(Collectors.toSet());
        return ids.stream()
                .map(Integer::valueOf)
                .max(Integer::compare)
                .map(String::valueOf)
                .orElseThrow(this::broken);
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private InvalidSettingException broken() {
        return new InvalidSettingException(
                Setting.KEYS_FILE,
                "a file with a line NAME.NUMBER = base64 of 32 bytes for each of "
                        + Stream.of(KeyUse.values()).map(KeyUse::name).collect(Collectors.joining(", ")));
    }
}
