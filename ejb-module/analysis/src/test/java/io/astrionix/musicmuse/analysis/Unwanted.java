package io.astrionix.musicmuse.analysis;

import java.util.List;
import java.util.Random;

/** What gets into a microphone beside the notes, so many decibels softer than they are while they sound. */
final class Unwanted {

    private static final double[] HUM = {1, 0.5, 0.4, 0.25, 0.15, 0.1};
    private static final double CLICK_SECONDS = 0.03;

    /** How far the loudest sample of music lies above its mean power, as a factor: 10 dB. */
    private static final double CREST = 3;

    /** Moments softer than this against the loudest, in power, are between the notes. */
    private static final double BETWEEN = 1e-3;

    private static final double ROOM_SECONDS = 0.35;
    private static final int REFLECTIONS = 1_200;
    private static final double REFLECTED = 0.7;

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

    /** The page's metronome from a loudspeaker in a living room, that much later than it should sound. */
    static short[] clicks(
            short[] sound, int sampleRate, List<ClickTrack.Click> clicks, double later, double decibelBelow) {
        double[] heard = new double[sound.length];
        for (ClickTrack.Click click : clicks) {
            int from = (int) Math.round((click.seconds() + later) * sampleRate);
            int length = (int) (CLICK_SECONDS * sampleRate);
            for (int i = 0; i < length && from + i < heard.length; i++) {
                double seconds = (double) i / sampleRate;
                double fade = Math.exp(-seconds / 0.006) * (1 - (double) i / length);
                heard[from + i] += Math.cos(2 * Math.PI * click.hertz() * seconds) * fade;
            }
        }
        return mixed(
                sound, inRoom(heard, sampleRate), CREST * level(sound, sampleRate) * Math.pow(10, -decibelBelow / 20));
    }

    private static double[] inRoom(double[] sound, int sampleRate) {
        Random random = new Random(5);
        int[] delays = new int[REFLECTIONS];
        double[] gains = new double[REFLECTIONS];
        double energy = 0;
        for (int i = 0; i < REFLECTIONS; i++) {
            double seconds = random.nextDouble() * ROOM_SECONDS;
            delays[i] = (int) ((0.002 + seconds) * sampleRate);
            gains[i] = (random.nextBoolean() ? 1 : -1) * Math.pow(10, -3 * seconds / ROOM_SECONDS);
            energy += gains[i] * gains[i];
        }
        double[] heard = sound.clone();
        for (int at = 0; at < sound.length; at++) {
            for (int i = 0; sound[at] != 0 && i < REFLECTIONS; i++) {
                int reflected = at + delays[i];
                if (reflected < heard.length) {
                    heard[reflected] += REFLECTED / Math.sqrt(energy) * gains[i] * sound[at];
                }
            }
        }
        return heard;
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
