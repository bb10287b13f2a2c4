package io.astrionix.musicmuse.analysis.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Reads the notes of a MIDI file: all tracks together, all channels but the drums, whose keys are no pitches. */
final class MidiFile {

    private static final int DRUMS = 9;

    private final TempoMap tempo;
    private final List<MidiNote> notes = new ArrayList<>();

    private MidiFile(Sequence sequence) {
        tempo = new TempoMap(sequence);
        for (Track track : sequence.getTracks()) {
            add(track);
        }
        notes.sort(Comparator.comparingDouble(MidiNote::onsetSeconds).thenComparingInt(MidiNote::key));
    }

    /**
     * The notes of a file, in the order of time.
     *
     * @throws BadInput if the file cannot be read as MIDI or has no note
     */
    static List<MidiNote> read(Path file) throws BadInput {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            List<MidiNote> notes = new MidiFile(MidiSystem.getSequence(in)).notes;
            if (notes.isEmpty()) {
                throw new BadInput(file + ": there is no note in this MIDI file. Export the part that is played.");
            }
            if (!notes.stream().allMatch(note -> Double.isFinite(note.offsetSeconds()))) {
                throw new InvalidMidiDataException("no tick has a time");
            }
            return notes;
        } catch (InvalidMidiDataException | IOException unreadable) {
            throw new BadInput(file + ": this MIDI file is damaged. Export it again as a standard MIDI file.");
        }
    }

    private void add(Track track) {
        Map<Integer, Long> sounding = new HashMap<>();
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            if (event.getMessage() instanceof ShortMessage message && message.getChannel() != DRUMS) {
                follow(message, event.getTick(), sounding);
            }
        }
        sounding.forEach((note, from) -> end(note, from, track.ticks()));
    }

    private void follow(ShortMessage message, long tick, Map<Integer, Long> sounding) {
        boolean on = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
        if (!on && message.getCommand() != ShortMessage.NOTE_OFF && message.getCommand() != ShortMessage.NOTE_ON) {
            return;
        }
        int note = (message.getChannel() << 7) | message.getData1();
        Long from = sounding.remove(note);
        if (from != null) {
            end(note, from, tick);
        }
        if (on) {
            sounding.put(note, tick);
        }
    }

    private void end(int note, long fromTick, long tick) {
        notes.add(new MidiNote(note & 0x7f, tempo.seconds(fromTick), tempo.seconds(tick)));
    }
}
