package io.astrionix.musicmuse.analysis;

/** What gets into a microphone beside the notes, so many decibels softer than they are while they sound. */
final class Unwanted {

    private static final double[] HUM = {1, 0.5, 0.4, 0.25, 0.15, 0.1};

    /** Moments softer than this against the loudest, in power, are between the notes. */
    private static final double BETWEEN = 1e-3;

    private Unwanted() {}

    /** A hum of the mains of that frequency, from the first sample to the last. */
    static short[] hum(short[] sound, int sampleRate, double hertz, double decibelBelow) {
        double power = 0;
        double[] hum = new double[sound.length];
        for (int part = 0; part < HUM.length; part++) {
            power += HUM[part] * HUM[part] / 2;
            for (int i = 0; i < hum.length; i++) {
                hum[i] += HUM[part] * Math.sin(2 * Math.PI * hertz * (part + 1) * i / sampleRate + part);
            }
        }
        return mixed(sound, hum, level(sound, sampleRate) / Math.sqrt(power) * Math.pow(10, -decibelBelow / 20));
    }

    /** Root mean square while notes sound, in steps of a 16-bit sample. */
    private static double level(short[] sound, int sampleRate) {
        int length = sampleRate / 50;
        double[] powers = new double[sound.length / length];
        double loudest = 0;
        for (int i = 0; i < powers.length; i++) {
            for (int at = i * length; at < (i + 1) * length; at++) {
                powers[i] += (double) sound[at] * sound[at] / length;
            }
            loudest = Math.max(loudest, powers[i]);
        }
        double sum = 0;
        int sounding = 0;
        for (double power : powers) {
            if (power > BETWEEN * loudest) {
                sum += power;
                sounding++;
            }
        }
        return Math.sqrt(sum / sounding);
    }

    private static short[] mixed(short[] sound, double[] unwanted, double factor) {
        short[] mixed = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double sample = Math.rint(sound[i] + factor * unwanted[i]);
            mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
        }
        return mixed;
    }
}
