package io.astrionix.musicmuse.analysis;

/**
 * A steady tone and its multiples, as they are from some sample on. Part i is
 * {@code cosines[i] * cos(steps[i] * n) + sines[i] * sin(steps[i] * n)} at the n-th sample.
 *
 * @param steps by how much the phase of each part goes on from sample to sample, in radians
 * @param cosines amplitudes, 1 being full scale
 * @param sines likewise
 * @param sampleRate samples per second
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
record Hum(double[] steps, double[] cosines, double[] sines, int sampleRate) {

    int parts() {
        return steps.length;
    }

    double amplitude(int part) {
        return Math.hypot(cosines[part], sines[part]);
    }

    /** Root mean square of all parts, in dB below full scale. */
    double levelDbfs() {
        double power = 0;
        for (int part = 0; part < parts(); part++) {
            power += amplitude(part) * amplitude(part) / 2;
        }
        return 10 * Math.log10(power);
    }
}
