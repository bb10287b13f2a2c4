package io.astrionix.musicmuse.analysis.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes notes of a keyboard's messages. A note sounds on while the sustain pedal is down. One that is never let go (a
 * message was lost) ends where its key is pressed again. Two presses of a key within {@value #BOUNCE_MILLIS} ms are one:
 * nobody repeats so fast, but contacts bounce, and keyboards send layered sounds on two channels.
 */
public final class Keyboard {

    private static final int BOUNCE_MILLIS = 40;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int DRUMS = 9;

    private final boolean hearsDrums;
    private final long bounceSamples;

    /** In the order of their beginnings. */
    private final List<KeyNote> notes = new ArrayList<>();

    /** By key: the id of its latest note, while that sounds. */
    private final Map<Integer, Integer> sounding = new HashMap<>();

    private final Set<Integer> heldByPedal = new HashSet<>();
    private boolean pedalDown;

    /**
     * @param sampleRate samples per second
     * @param hearsDrums whether the drum channel counts too, whose keys are no pitches
     */
    public Keyboard(int sampleRate, boolean hearsDrums) {
        this.hearsDrums = hearsDrums;
        this.bounceSamples = (long) sampleRate * BOUNCE_MILLIS / MILLIS_PER_SECOND;
    }

    /** Takes in the next message; its time may lie a little before that of the last one. */
    public void hear(KeyMessage message) {
        if (message.channel() == DRUMS && !hearsDrums) {
            return;
        }
        if (message.presses()) {
            press(message.key(), message.atSample());
        } else if (message.releases()) {
            release(message.key(), message.atSample());
        } else if (message.pressesPedal()) {
            pedalDown = true;
        } else if (message.releasesPedal()) {
            pedalDown = false;
            heldByPedal.forEach(key -> end(key, message.atSample()));
            heldByPedal.clear();
        } else if (message.silences()) {
            List.copyOf(sounding.keySet()).forEach(key -> end(key, message.atSample()));
            heldByPedal.clear();
        }
    }

    /** The notes played so far but so many of the first, in the order of their beginnings. */
    public List<KeyNote> notesAfter(int first) {
        return List.copyOf(notes.subList(Math.min(first, notes.size()), notes.size()));
    }

    private void press(int key, long sample) {
        heldByPedal.remove(key);
        int bounced = pressedAround(key, sample);
        if (bounced >= 0) {
            goOn(bounced);
            return;
        }
        end(key, sample);
        int place = notes.size();
        while (place > 0 && notes.get(place - 1).onsetSample() > sample) {
            place--;
        }
        int id = notes.size();
        notes.add(place, new KeyNote(id, key, sample, Long.MAX_VALUE));
        sounding.put(key, id);
    }

    /** The place of the note that this press is one with; -1 if there is none. */
    private int pressedAround(int key, long sample) {
        for (int i = notes.size() - 1; i >= 0 && notes.get(i).onsetSample() > sample - bounceSamples; i--) {
            if (notes.get(i).key() == key && notes.get(i).onsetSample() < sample + bounceSamples) {
                return i;
            }
        }
        return -1;
    }

    private void goOn(int place) {
        KeyNote note = notes.get(place);
        notes.set(place, note.endingAt(Long.MAX_VALUE));
        sounding.put(note.key(), note.id());
    }

    private void release(int key, long sample) {
        if (!pedalDown) {
            end(key, sample);
        } else if (sounding.containsKey(key)) {
            heldByPedal.add(key);
        }
    }

    private void end(int key, long sample) {
        Integer id = sounding.remove(key);
        for (int i = notes.size() - 1; id != null && i >= 0; i--) {
            if (notes.get(i).id() == id) {
                notes.set(i, notes.get(i).endingAt(sample));
                return;
            }
        }
    }
}
