package io.astrionix.musicmuse.analysis.tarsos;

import be.tarsos.dsp.util.fft.FloatFFT;

/** The discrete Fourier transform of real samples, as TarsosDSP has it. One thread at a time. */
public final class FourierTransform {

    /** From this length on the library would start threads of its own that nobody ends. */
    private static final int LONGEST = 4_096;

    private final int length;
    private final FloatFFT fft;

    /**
     * @param length how many samples are transformed, a power of two up to {@value #LONGEST}
     * @throws IllegalArgumentException if it is another number
     */
    public FourierTransform(int length) {
        if (length < 2 || length > LONGEST || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("length must be a power of two up to " + LONGEST + ": " + length);
        }
        this.length = length;
        this.fft = new FloatFFT(length);
    }

    /**
     * Transforms in place: afterwards {@code data[2k]} and {@code data[2k + 1]} are the real and the imaginary part of
     * bin k, except that {@code data[1]} is the real part of the highest bin.
     *
     * @throws IllegalArgumentException if the array has another length
     */
    public void forward(float[] data) {
        if (data.length != length) {
            throw new IllegalArgumentException("expected " + length + " samples: " + data.length);
        }
        fft.realForward(data);
    }
}
