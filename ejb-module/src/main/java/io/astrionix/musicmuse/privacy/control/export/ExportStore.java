package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The encrypted files of exports, one for each request, named by its id. Readable by the server's user only. */
@ApplicationScoped
public class ExportStore {

    private static final String WHOLE = ".sealed";
    private static final String PART = ".part";

    private Keys keys;
    private Path folder;

    public ExportStore() {} // required by the proxy

    @Inject
    public ExportStore(Keys keys, Settings settings) {
        this(
                keys,
                Keys.file(settings)
                        .resolveSibling(settings.text(Setting.EXPORT_FOLDER).orElseThrow()));
    }

    ExportStore(Keys keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /** Something that writes a plain file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Keeps a file, in place of an earlier one of the same id; whole or not at all.
     *
     * @return its size in bytes
     */
    long keep(UUID id, Content content) throws IOException {
        make(folder);
        var part = Files.createTempFile(folder, id + "-", PART, ownerOnly("rw-------"));
        try {
            try (var out = new SealedOutput(new BufferedOutputStream(Files.newOutputStream(part)), keys, id)) {
                content.write(out);
            }
            Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(file(id));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public boolean has(UUID id) {
        return Files.exists(file(id));
    }

    /** @throws UncheckedIOException if there is no such file, it was changed, or {@code out} cannot be written */
    public void copy(UUID id, OutputStream out) {
        try (var in = new BufferedInputStream(Files.newInputStream(file(id)))) {
            SealedInput.copy(in, keys, id, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ids of whole files that were last written before a moment. */
    List<UUID> writtenBefore(Instant moment) {
        return list(WHOLE, moment).stream()
                .map(name -> UUID.fromString(name.substring(0, name.length() - WHOLE.length())))
                .toList();
    }

    /** Deletes what runs that died have left. */
    void deletePartsBefore(Instant moment) {
        for (var name : list(PART, moment)) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private List<String> list(String ending, Instant moment) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(file -> writtenAt(file).isBefore(moment))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of a file that went meanwhile: just now. */
    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + WHOLE);
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
