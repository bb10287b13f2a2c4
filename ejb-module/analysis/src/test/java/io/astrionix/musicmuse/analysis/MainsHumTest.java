package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MainsHumTest {

    private static final String SEED = "20261128";
    private static final int SECONDS = 5;
    private static final double[] HUM = {0.008, 0.004, 0.005, 0, 0.002, 0.001};

    /** Root mean square of {@link #HUM}, in dB below full scale. */
    private static final double HUM_DBFS = -42.6;

    /** What comes of a sound of partials, in a room that hisses: the sound without its hiss, in dB, second by second. */
    private static double[] left(
            MainsHum mains, int rate, double hertz, double[] partials, double fromSeconds, long seed) {
        Random random = new Random(seed);
        double[] phases = random.doubles(partials.length, 0, 2 * Math.PI).toArray();
        double[] power = new double[SECONDS];
        for (int n = 0; n < SECONDS * rate; n++) {
            double hiss = 0.0005 * random.nextGaussian();
            double tone = 0;
            for (int part = 0; part < partials.length && n >= fromSeconds * rate; part++) {
                tone += partials[part] * Math.sin(2 * Math.PI * hertz * (part + 1) * n / rate + phases[part]);
            }
            double left = mains.without((float) (tone + hiss)) - hiss;
            power[n / rate] += left * left / rate;
        }
        for (int i = 0; i < SECONDS; i++) {
            power[i] = 10 * Math.log10(power[i]);
        }
        return power;
    }

    @Property(tries = 20, seed = SEED)
    void a_hum_is_found_within_a_second_and_taken_out(
            @ForAll @DoubleRange(min = -0.18, max = 0.18) double off,
            @ForAll boolean is60,
            @ForAll boolean isCd,
            @ForAll long seed) {
        int rate = isCd ? 44_100 : 48_000;
        MainsHum mains = new MainsHum(rate);

        double[] left = left(mains, rate, (is60 ? 60 : 50) + off, HUM, 0, seed);

        assertThat(mains.levelDbfs().orElseThrow()).isCloseTo(HUM_DBFS, within(0.5));
        for (int second = 1; second < SECONDS; second++) {
            assertThat(left[second]).as("second %d", second).isLessThan(HUM_DBFS - 25);
        }
    }

    /** From the low E of a bass up, whatever the concert pitch is: half of them have a partial within 1 Hz of a hum's. */
    @Property(tries = 60, seed = SEED)
    void a_held_note_is_no_hum_and_stays_as_it_is(
            @ForAll @IntRange(min = 28, max = 72) int midi,
            @ForAll @DoubleRange(min = 415, max = 466) double a4,
            @ForAll @DoubleRange(min = 0.5, max = 2) double fromSeconds) {
        double hertz = a4 * Math.pow(2, (midi - 69) / 12.0);
        assertNoHum(hertz, fromSeconds);
    }

    /** A bass, a cello and a tenor that hold the very pitch of the mains, as steady as no player does. */
    @Example
    void a_note_of_exactly_the_frequency_of_the_mains_is_no_hum() {
        for (double hertz : new double[] {50, 60, 100, 120, 150}) {
            assertNoHum(hertz, 0.6);
            assertNoHum(hertz, 1.5);
        }
    }

    private static void assertNoHum(double hertz, double fromSeconds) {
        MainsHum mains = new MainsHum(48_000);
        double[] note = {0.1, 0.08, 0.06, 0.05, 0.04, 0.03};

        double[] left = left(mains, 48_000, hertz, note, fromSeconds, 3);

        assertThat(mains.levelDbfs())
                .as("%.2f Hz from %.2f s", hertz, fromSeconds)
                .isEmpty();
        assertThat(left[SECONDS - 1]).isCloseTo(-19.1, within(0.3));
    }

    @Example
    void a_note_over_a_hum_of_its_own_pitch_stays_whole() {
        int rate = 48_000;
        MainsHum mains = new MainsHum(rate);
        double afterwards = 0;
        double sounding = 0;
        for (int n = 0; n < 6 * rate; n++) {
            double hum = 0.01 * Math.sin(2 * Math.PI * 50 * n / rate) + 0.01 * Math.sin(2 * Math.PI * 100 * n / rate);
            boolean sounds = n >= 2 * rate && n < 4 * rate;
            double note = sounds ? 0.3 * Math.sin(2 * Math.PI * 100 * n / rate + 1) : 0;
            double left = mains.without((float) (hum + note));
            sounding += sounds ? left * left / (2 * rate) : 0;
            afterwards += n >= 4 * rate ? left * left / (2 * rate) : 0;
        }
        assertThat(10 * Math.log10(sounding)).isCloseTo(10 * Math.log10(0.3 * 0.3 / 2), within(0.5));
        assertThat(10 * Math.log10(afterwards)).isLessThan(-45);
    }

    @Example
    void what_grids_never_do_is_no_hum() {
        for (double hertz : new double[] {49.7, 50.3, 59.7, 60.3, 55}) {
            MainsHum mains = new MainsHum(48_000);
            left(mains, 48_000, hertz, HUM, 0, 1);
            assertThat(mains.levelDbfs()).as("%.1f Hz", hertz).isEmpty();
        }
    }

    @Property(tries = 10, seed = SEED)
    void without_a_hum_no_sample_changes(@ForAll long seed) {
        Random random = new Random(seed);
        MainsHum mains = new MainsHum(48_000);
        float level = random.nextFloat();
        for (int n = 0; n < 2 * 48_000; n++) {
            float sample = level * (float) random.nextGaussian();
            if (mains.without(sample) != sample) {
                fail("sample %d changed", n);
            }
        }
        assertThat(mains.levelDbfs()).isEmpty();
    }
}
