package io.astrionix.musicmuse.analysis.listening;

/** What makes the notes that are listened to. */
public enum SoundSource {
    /** A key, a hole or a finger decides the pitch of a note from its beginning. */
    INSTRUMENT(1.2),
    /** It slides into its notes, and sways widely around them. */
    VOICE(2.4);

    private final double widestVibrato;

    SoundSource(double widestVibrato) {
        this.widestVibrato = widestVibrato;
    }

    /** How far its vibrato goes from its lowest to its highest at most, in semitones: what sways wider is a trill. */
    double widestVibrato() {
        return widestVibrato;
    }
}
