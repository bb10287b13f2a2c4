package io.astrionix.musicmuse.analysis;

/** Sound as the note detectors get it, for tests of other packages. */
public final class HeardSound {

    private HeardSound() {}

    /** The samples as numbers, 1 being full scale, without a constant offset. */
    public static float[] of(short[] sound, int sampleRate) {
        DcBlocker blocker = new DcBlocker(sampleRate);
        float[] heard = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            heard[i] = blocker.next(sound[i] / 32_768f);
        }
        return heard;
    }
}
