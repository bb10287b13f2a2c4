package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** A MIDI file: all tracks together. */
final class MidiFile {

    private static final int DRUMS = 9;

    /** Longer than anybody plays; so many samples can be counted. */
    static final int LONGEST_HOURS = 12;

    /** The header of a file ends with how many tracks there are and how long a beat is, in two bytes each. */
    private static final int HEADER_BYTES = 14;

    private static final int TRACKS_AT = 10;

    private static final int LARGEST_DATA = 0x7f;

    /** What a keyboard sends that {@link KeyMessage} knows. */
    private static final Set<Integer> OF_KEYS =
            Set.of(ShortMessage.NOTE_ON, ShortMessage.NOTE_OFF, ShortMessage.CONTROL_CHANGE);

    private final Path file;
    private final Sequence sequence;
    private final TempoMap tempo;

    private MidiFile(Path file, Sequence sequence) throws InvalidMidiDataException {
        this.file = file;
        this.sequence = sequence;
        tempo = new TempoMap(sequence);
    }

    /** @throws BadInput if the file cannot be read as MIDI, its ticks have no times, or it lasts longer than any music */
    static MidiFile open(Path file) throws BadInput {
        MidiFile opened;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            opened = new MidiFile(file, sequence(in));
            if (!Double.isFinite(opened.seconds())) {
                throw new InvalidMidiDataException("no tick has a time");
            }
        } catch (InvalidMidiDataException | IOException unreadable) {
            throw new BadInput(file + ": this MIDI file is damaged. Export it again as a standard MIDI file.");
        }
        if (opened.seconds() > LONGEST_HOURS * 3600) {
            throw new BadInput(file + ": this MIDI file lasts longer than " + LONGEST_HOURS
                    + " hours. Export the part that is played.");
        }
        return opened;
    }

    /** The JDK leaves out the tracks that it cannot read to their ends, lets times overflow, and takes any byte for a key. */
    private static Sequence sequence(InputStream in) throws IOException, InvalidMidiDataException {
        in.mark(HEADER_BYTES);
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_BYTES));
        in.reset();
        Sequence sequence = MidiSystem.getSequence(in);
        Track[] tracks = sequence.getTracks();
        if (tracks.length == 0 || tracks.length != Short.toUnsignedInt(header.getShort(TRACKS_AT))) {
            throw new InvalidMidiDataException("some tracks are not there");
        }
        for (Track track : tracks) {
            for (int i = 0; i < track.size(); i++) {
                if (!isPossible(track.get(i))) {
                    throw new InvalidMidiDataException("no event of a MIDI file");
                }
            }
        }
        return sequence;
    }

    private static boolean isPossible(MidiEvent event) {
        boolean isData = !(event.getMessage() instanceof ShortMessage message)
                || (message.getData1() <= LARGEST_DATA && message.getData2() <= LARGEST_DATA);
        return isData && event.getTick() >= 0;
    }

    /** How long it lasts, in seconds. */
    double seconds() {
        return tempo.seconds(sequence.getTickLength());
    }

    /**
     * Its notes of all channels but the drums, whose keys are no pitches, in the order of time.
     *
     * @throws BadInput if there is none
     */
    List<MidiNote> notes() throws BadInput {
        return checked(MidiNotes.of(sequence, tempo, channel -> channel != DRUMS));
    }

    /**
     * The same with the drums.
     *
     * @throws BadInput if there is none
     */
    List<MidiNote> notesAndStrokes() throws BadInput {
        return checked(MidiNotes.of(sequence, tempo, channel -> true));
    }

    private List<MidiNote> checked(List<MidiNote> notes) throws BadInput {
        if (notes.isEmpty()) {
            throw new BadInput(file + ": there is no note in this MIDI file. Export the part that is played.");
        }
        return notes;
    }

    /**
     * What a keyboard sends that plays this file, in the order of time.
     *
     * @param sampleRate samples per second of the clock that the messages are timed by
     */
    List<KeyMessage> messages(int sampleRate) {
        List<KeyMessage> messages = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (event.getMessage() instanceof ShortMessage message && OF_KEYS.contains(message.getCommand())) {
                    long at = Math.round(tempo.seconds(event.getTick()) * sampleRate);
                    messages.add(new KeyMessage(at, message.getStatus(), message.getData1(), message.getData2()));
                }
            }
        }
        messages.sort(Comparator.comparingLong(KeyMessage::atSample));
        return messages;
    }
}
