package io.astrionix.musicmuse.analysis.keys;

/**
 * A note played on a keyboard.
 *
 * @param id names the note inside its take
 * @param key 0 to 127, the same as the MIDI note number
 * @param onsetSample index of the take's sample at which the key was pressed
 * @param endSample where the note ended, key and pedal let go; {@link Long#MAX_VALUE} while it sounds
 */
public record KeyNote(int id, int key, long onsetSample, long endSample) {

    KeyNote endingAt(long sample) {
        return new KeyNote(id, key, onsetSample, Math.max(onsetSample, sample));
    }
}
