package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.InputKind;
import java.util.Objects;

/**
 * What is known of the sound of a take before it is heard.
 *
 * @param concertPitch what the instrument is tuned to; all notes told and judged are notes of it
 * @param source what makes the notes, where they have pitches
 * @param clicks what sounds from the loudspeaker meanwhile
 */
public record TakeSound(ConcertPitch concertPitch, SoundSource source, ClickTrack clicks) {

    /** An instrument at the usual concert pitch, and silence around it. */
    public static final TakeSound USUAL = of(ConcertPitch.STANDARD);

    public TakeSound {
        Objects.requireNonNull(concertPitch);
        Objects.requireNonNull(source);
        Objects.requireNonNull(clicks);
    }

    /**
     * What is known by how the notes are made.
     *
     * @param clicks what sounds from the loudspeaker meanwhile
     */
    public static TakeSound of(InputKind kind, ConcertPitch concertPitch, ClickTrack clicks) {
        var source = kind == InputKind.VOICE ? SoundSource.VOICE : SoundSource.INSTRUMENT;
        return new TakeSound(concertPitch, source, clicks);
    }

    /** An instrument at that concert pitch, and silence around it. */
    public static TakeSound of(ConcertPitch concertPitch) {
        return new TakeSound(concertPitch, SoundSource.INSTRUMENT, ClickTrack.NONE);
    }
}
