package io.astrionix.musicmuse.analysis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file holds, by its first bytes: names lie, and the JDK would play a MIDI file where a recording is wanted. */
enum FileKind {
    WAV,
    MIDI,
    OTHER;

    private static final int MARK_LENGTH = 4;

    /** @throws BadInput if there is no such file or it cannot be read */
    static FileKind of(Path file) throws BadInput {
        if (!Files.exists(file)) {
            throw new BadInput(file + ": there is no such file. Check the name and the folder.");
        }
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": this is a folder. Name one file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": this is no file that ends. Save the sound into a file and name that.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            String mark = new String(in.readNBytes(MARK_LENGTH), StandardCharsets.ISO_8859_1);
            return switch (mark) {
                case "RIFF" -> WAV;
                case "MThd" -> MIDI;
                default -> OTHER;
            };
        } catch (IOException unreadable) {
            throw new BadInput(file + ": the file cannot be read. Check that you may read it.");
        }
    }

    /**
     * The kind of a file that somebody played: {@link #WAV} or {@link #MIDI}.
     *
     * @throws BadInput if it is neither, there is no such file, or it cannot be read
     */
    static FileKind ofPlaying(Path file) throws BadInput {
        FileKind kind = of(file);
        if (kind == OTHER) {
            throw new BadInput(
                    file + ": this is neither a WAV nor a MIDI file. Save the sound as WAV (PCM, 16 bit, 44100 or"
                            + " 48000 Hz), or the notes as a standard MIDI file, and try again.");
        }
        return kind;
    }
}
