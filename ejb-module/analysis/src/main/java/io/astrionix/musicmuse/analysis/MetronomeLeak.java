package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.PitchEstimate;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;

/**
 * Knows which of the notes heard may be no more than a click of the metronome in the microphone. It is heard at its own
 * pitch for as long as the room holds it; or, on top of a note that dies away, for a moment at the pitch of that one.
 */
final class MetronomeLeak {

    /** Clicks are heard within 6 ms of when they sound; the rest is how exactly the delay of a device is measured. */
    private static final double NEAR_SECONDS = 0.03;

    /** In semitones: what is measured of 30 ms, and a note of the player in the same windows, draw it aside. */
    private static final double NEAR_PITCH = 0.5;

    /** A click fades by 26 dB within this, also in a room of half a second. */
    private static final double CLICK_SECONDS = 0.25;

    /** Nobody plays a note as short as that. */
    private static final double NO_NOTE_SECONDS = 0.1;

    private final ClickTrack track;
    private final ConcertPitch concertPitch;

    /** @param concertPitch says which note a click is */
    MetronomeLeak(ClickTrack track, ConcertPitch concertPitch) {
        this.track = track;
        this.concertPitch = concertPitch;
    }

    /** Whether that may be a click, and is no note of the player if the music does not have it there. */
    boolean mayBe(PlayedNote note) {
        return note.durationSeconds() < CLICK_SECONDS && isNear(note, note.durationSeconds() < NO_NOTE_SECONDS);
    }

    /** Whether it begins with a click, and at its pitch, however long it may last. */
    boolean soundsLike(PlayedNote note) {
        return isNear(note, false);
    }

    private boolean isNear(PlayedNote note, boolean atAnyPitch) {
        List<ClickTrack.Click> clicks = track.clicks();
        double latest = note.onsetSeconds() + NEAR_SECONDS;
        double earliest = note.onsetSeconds() - NEAR_SECONDS - track.unknownDelaySeconds();
        for (int i = firstAfter(earliest); i < clicks.size() && clicks.get(i).seconds() <= latest; i++) {
            double midi = concertPitch.note(PitchEstimate.midi(clicks.get(i).hertz()));
            if (atAnyPitch || Math.abs(note.midi() - midi) <= NEAR_PITCH) {
                return true;
            }
        }
        return false;
    }

    private int firstAfter(double seconds) {
        int low = 0;
        int high = track.clicks().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (track.clicks().get(middle).seconds() < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
