package io.astrionix.musicmuse.analysis.listening.training;

import java.util.Random;

/** Colours a clip as rooms and microphones do: what lies above a frequency becomes up to 8 dB louder or softer. */
final class Colour {

    private static final double MOST_DB = 8;
    private static final double LOWEST_HERTZ = 200;
    private static final double HIGHEST_HERTZ = 4_000;
    private static final int ONE_STAYS_OF = 4;

    /** Room for what becomes louder. */
    private static final double HEADROOM = Math.pow(10, -MOST_DB / 20);

    private static final double WHERE_SOFTER = 1.5;

    private Colour() {}

    /** The clip in a random colour; one of {@value #ONE_STAYS_OF} stays as it is. */
    static Clip of(Clip clip, Random random) {
        if (random.nextInt(ONE_STAYS_OF) == 0) {
            return clip;
        }
        double more = Math.pow(10, MOST_DB * (2 * random.nextDouble() - 1) / 20) - 1;
        double hertz = LOWEST_HERTZ * Math.pow(HIGHEST_HERTZ / LOWEST_HERTZ, random.nextDouble());
        double share = 1 - Math.exp(-2 * Math.PI * hertz / Clip.SAMPLE_RATE);
        double gain = HEADROOM * (more > 0 ? 1 : WHERE_SOFTER);
        double[] coloured = Clip.samples(clip.sound());
        double low = 0;
        for (int i = 0; i < coloured.length; i++) {
            low += share * (coloured[i] - low);
            coloured[i] = gain * (coloured[i] + more * (coloured[i] - low));
        }
        return new Clip(Clip.quantised(coloured), clip.notes());
    }
}
