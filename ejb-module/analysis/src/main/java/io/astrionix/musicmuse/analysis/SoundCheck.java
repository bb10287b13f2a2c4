package io.astrionix.musicmuse.analysis;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** Watches the sound of a take itself: whether it is cut off, and how far the notes stand out of what else sounds. */
final class SoundCheck {

    private static final int FULL_SCALE = 32_700;

    /** A single sample at full scale may be no more than that. */
    private static final int CUT_OFF_RUN = 3;

    private static final double CUT_OFF_SHARE = 0.005;

    /** Pink noise 20 dB below the notes costs no verdicts on the bench of docs/listening.md; this is clearly more. */
    private static final double NOISY_DB = 15;

    /** A hum that is softer than this against the notes is hardly heard, and costs no verdicts even where it is not taken out. */
    private static final double HUMMING_DB = 45;

    /** Where no note with a pitch tells how loud somebody plays, as with drums, a quieter hum does no harm. */
    private static final double AUDIBLE_DBFS = -70;

    /** So many moments with a pitch, and without one, tell something. */
    private static final int ENOUGH = 25;

    /** Echoes and half-heard notes are in the louder moments between the notes, so the quieter ones count. */
    private static final double QUIETER = 0.25;

    private static final double MIDDLE = 0.5;

    private final LevelCount pitched = new LevelCount();
    private final LevelCount unpitched = new LevelCount();
    private long samplesHeard;
    private long samplesCutOff;
    private int run;

    /** Takes in the next samples as they came. */
    void hear(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            run = Math.abs((int) samples[i]) >= FULL_SCALE ? run + 1 : 0;
            if (run == CUT_OFF_RUN) {
                samplesCutOff += CUT_OFF_RUN;
            } else if (run > CUT_OFF_RUN) {
                samplesCutOff++;
            }
        }
        samplesHeard += length;
    }

    /** Takes in how loud it is at a moment, in dB below full scale, and whether a pitch is heard. */
    void hear(double levelDbfs, boolean isPitched) {
        (isPitched ? pitched : unpitched).add(levelDbfs);
    }

    /**
     * What there is to mend.
     *
     * @param humDbfs how loud the mains hum, in dB below full scale; empty if they do not
     */
    Set<SoundTrouble> troubles(OptionalDouble humDbfs) {
        Set<SoundTrouble> troubles = EnumSet.noneOf(SoundTrouble.class);
        if (samplesCutOff > CUT_OFF_SHARE * samplesHeard) {
            troubles.add(SoundTrouble.CLIPPED);
        }
        if (pitched.count() >= ENOUGH
                && unpitched.count() >= ENOUGH
                && pitched.quantile(MIDDLE) - unpitched.quantile(QUIETER) < NOISY_DB) {
            troubles.add(SoundTrouble.NOISY);
        }
        if (humDbfs.isPresent() && humDbfs.getAsDouble() > quietestHum()) {
            troubles.add(SoundTrouble.HUM);
        }
        return troubles;
    }

    /** What hums more quietly is nothing to mend. */
    private double quietestHum() {
        return pitched.count() < ENOUGH ? AUDIBLE_DBFS : pitched.quantile(MIDDLE) - HUMMING_DB;
    }

    /** How often each level was heard, to the decibel. */
    private static final class LevelCount {

        private static final int LEVELS = 121;

        private final int[] counts = new int[LEVELS];
        private int all;

        void add(double levelDbfs) {
            counts[(int) Math.max(0, Math.min(LEVELS - 1, Math.rint(-levelDbfs)))]++;
            all++;
        }

        int count() {
            return all;
        }

        /** The level below which so much of what was heard lies, in dB below full scale. */
        double quantile(double share) {
            int level = LEVELS - 1;
            for (int below = counts[level]; below < share * all; below += counts[level]) {
                level--;
            }
            return -level;
        }
    }
}
