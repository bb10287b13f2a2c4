package io.astrionix.musicmuse.analysis.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Puts the notes of a MIDI file together from where keys go down and up. */
final class MidiNotes {

    private final TempoMap tempo;
    private final IntPredicate channels;
    private final List<MidiNote> notes = new ArrayList<>();

    private MidiNotes(TempoMap tempo, IntPredicate channels) {
        this.tempo = tempo;
        this.channels = channels;
    }

    /**
     * The notes of all tracks together, in the order of time.
     *
     * @param channels says of which channels, 0 to 15
     */
    static List<MidiNote> of(Sequence sequence, TempoMap tempo, IntPredicate channels) {
        MidiNotes found = new MidiNotes(tempo, channels);
        for (Track track : sequence.getTracks()) {
            found.add(track);
        }
        found.notes.sort(Comparator.comparingDouble(MidiNote::onsetSeconds).thenComparingInt(MidiNote::key));
        return List.copyOf(found.notes);
    }

    private void add(Track track) {
        Map<Integer, Long> sounding = new HashMap<>();
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            if (event.getMessage() instanceof ShortMessage message && channels.test(message.getChannel())) {
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
