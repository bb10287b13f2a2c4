package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two launchers out of one data folder. The operating system lets go of it when the launcher is killed. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    /** @throws StartFailedException if another launcher has the folder */
    FolderLock(Path folder) {
        FileChannel opened = null;
        try {
            Files.createDirectories(folder);
            opened = FileChannel.open(
                    folder.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (opened.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            channel = opened;
        } catch (OverlappingFileLockException used) {
            closeQuietly(opened);
            throw new StartFailedException(Texts.text("folder.used", folder), used);
        } catch (IOException failed) {
            closeQuietly(opened);
            throw new StartFailedException(Texts.text("folder.broken", folder, failed.getMessage()), failed);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
