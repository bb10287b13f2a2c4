package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.Ear;
import io.astrionix.musicmuse.analysis.PitchMoment;
import io.astrionix.musicmuse.analysis.listening.HeardNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Listens to a recording as it would be heard while it is played, and notes when each note was said. */
final class Listener {

    /** How many samples come at a time. */
    static final int FRAME = 256;

    private final Recording recording;
    private final Ear ear;
    /** How many samples had been heard when a note was first likely, by its id. */
    private final Map<Integer, Long> saidAt = new HashMap<>();

    private long samplesHeard;
    private long revision;

    Listener(Recording recording) {
        this.recording = recording;
        this.ear = new Ear(recording.sampleRate());
    }

    /**
     * Listens to the recording from its beginning to its end.
     *
     * @param pitches is told the pitch of each moment
     * @throws BadInput if the file cannot be read to its end
     */
    void listen(Consumer<PitchMoment> pitches) throws BadInput {
        short[] frame = new short[FRAME];
        for (int length = recording.read(frame); length > 0; length = recording.read(frame)) {
            samplesHeard += length;
            ear.accept(frame, 0, length, pitches);
            if (ear.revision() != revision) {
                revision = ear.revision();
                takeDown();
            }
        }
        ear.finish();
        takeDown();
    }

    private void takeDown() {
        for (HeardNote note : ear.notes()) {
            if (note.isLikely()) {
                saidAt.putIfAbsent(note.id(), samplesHeard);
            }
        }
    }

    /** The notes that are likely without knowing the music, in the order of time; where one begins, the one before ends. */
    List<TimedNote> notes() {
        List<HeardNote> heard = ear.notes().stream().filter(HeardNote::isLikely).toList();
        List<TimedNote> notes = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            long next = i + 1 < heard.size() ? heard.get(i + 1).onsetSample() : Long.MAX_VALUE;
            notes.add(timed(heard.get(i), next));
        }
        return notes;
    }

    /** How many notes were said, whether or not they were taken back. */
    int said() {
        return saidAt.size();
    }

    /** How many notes were said and turned out to be none, or another one. */
    int takenBack() {
        return saidAt.size()
                - (int) ear.notes().stream()
                        .filter(note -> note.isLikely() && saidAt.containsKey(note.id()))
                        .count();
    }

    private TimedNote timed(HeardNote note, long next) {
        return new TimedNote(
                seconds(note.onsetSample()),
                seconds(Math.min(note.endSample(), next)),
                note.midi(),
                seconds(saidAt.get(note.id())));
    }

    /** When that sample is, in seconds after the beginning. */
    double seconds(long sample) {
        return (double) sample / recording.sampleRate();
    }
}
