package io.astrionix.musicmuse.analysis.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/** When each tick of a MIDI file is, with all changes of its tempo. */
final class TempoMap {

    private static final int TEMPO = 0x51;
    private static final int TEMPO_LENGTH = 3;
    /** What a MIDI file means that names no tempo: 120 beats per minute. */
    private static final double DEFAULT_SECONDS_PER_BEAT = 0.5;

    /** From that tick on, which is at so many seconds, a tick takes so many seconds. */
    private record Stretch(long fromTick, double atSeconds, double secondsPerTick) {

        double seconds(long tick) {
            return atSeconds + (tick - fromTick) * secondsPerTick;
        }
    }

    private final NavigableMap<Long, Stretch> stretches = new TreeMap<>();

    /**
     * @param sequence whose events are at tick 0 or later
     * @throws InvalidMidiDataException if a beat takes no time
     */
    TempoMap(Sequence sequence) throws InvalidMidiDataException {
        if (sequence.getDivisionType() != Sequence.PPQ) {
            double ticksPerSecond = (double) sequence.getDivisionType() * sequence.getResolution();
            add(new Stretch(0, 0, 1 / ticksPerSecond));
            return;
        }
        add(new Stretch(0, 0, DEFAULT_SECONDS_PER_BEAT / sequence.getResolution()));
        for (MidiEvent change : tempoChanges(sequence)) {
            double secondsPerBeat = secondsPerBeat((MetaMessage) change.getMessage());
            add(new Stretch(change.getTick(), seconds(change.getTick()), secondsPerBeat / sequence.getResolution()));
        }
    }

    private void add(Stretch stretch) {
        stretches.put(stretch.fromTick(), stretch);
    }

    private static List<MidiEvent> tempoChanges(Sequence sequence) {
        List<MidiEvent> changes = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof MetaMessage meta
                        && meta.getType() == TEMPO
                        && meta.getData().length == TEMPO_LENGTH) {
                    changes.add(track.get(i));
                }
            }
        }
        changes.sort(Comparator.comparingLong(MidiEvent::getTick));
        return changes;
    }

    private static double secondsPerBeat(MetaMessage tempo) throws InvalidMidiDataException {
        byte[] data = tempo.getData();
        int micros = ((data[0] & 0xff) << 16) | ((data[1] & 0xff) << 8) | (data[2] & 0xff);
        if (micros == 0) {
            throw new InvalidMidiDataException("a beat takes no time");
        }
        return micros / 1e6;
    }

    /**
     * When that tick is, in seconds after tick 0.
     *
     * @param tick 0 or more
     */
    double seconds(long tick) {
        return stretches.floorEntry(tick).getValue().seconds(tick);
    }
}
