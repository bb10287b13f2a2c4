package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HitDetectorTest {

    private static final int RATE = 48_000;
    private static final int HOP = HitDetector.HOP;

    private static float[] silence(double seconds) {
        return new float[(int) (seconds * RATE) / HOP * HOP];
    }

    private static float[] noise(double seconds, double level) {
        Random random = new Random(7);
        float[] noise = silence(seconds);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (level * random.nextGaussian());
        }
        return noise;
    }

    /** A burst of noise that fades within some hundredths of a second. */
    private static void strike(float[] sound, double seconds, double peak, double fadesSeconds) {
        Random random = new Random(11);
        int from = (int) (seconds * RATE);
        for (int i = 0; from + i < sound.length; i++) {
            sound[from + i] += (float) (peak / 3 * random.nextGaussian() * Math.exp(-i / (fadesSeconds * RATE)));
        }
    }

    private static List<Double> heard(float[] sound) {
        return hits(sound).stream()
                .map(hit -> (double) hit.onsetSample() / RATE)
                .toList();
    }

    private static List<Hit> hits(float[] sound) {
        HitDetector detector = new HitDetector(RATE);
        float[] hop = new float[HOP];
        for (int from = 0; from + HOP <= sound.length; from += HOP) {
            System.arraycopy(sound, from, hop, 0, HOP);
            detector.hear(hop);
        }
        detector.finish();
        return detector.hits();
    }

    private static void assertHeardAt(float[] sound, List<Double> seconds) {
        List<Double> heard = heard(sound);
        assertThat(heard).hasSameSizeAs(seconds);
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i) - seconds.get(i)).isBetween(-0.007, 0.007);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.1, 0.01, 0.002})
    void a_stroke_is_heard_to_within_7_ms_however_loud(double peak) {
        List<Double> strokes = List.of(0.5, 1.0, 1.25, 1.5, 1.575, 1.65, 1.725, 2.5011, 3.0027);
        float[] sound = silence(3.5);
        strokes.forEach(stroke -> strike(sound, stroke, peak, 0.01));
        assertHeardAt(sound, strokes);
    }

    @Test
    void a_soft_stroke_among_loud_ones_counts() {
        float[] sound = silence(3);
        strike(sound, 0.5, 0.9, 0.01);
        strike(sound, 1, 0.06, 0.01);
        strike(sound, 2, 0.9, 0.01);
        assertHeardAt(sound, List.of(0.5, 1.0, 2.0));
    }

    @Test
    void a_drum_that_rings_on_is_one_stroke_and_hides_no_other() {
        float[] sound = silence(3);
        for (double at : new double[] {0.5, 1.5}) {
            for (int i = 0; i < RATE && (int) (at * RATE) + i < sound.length; i++) {
                double t = (double) i / RATE;
                double ring = Math.sin(2 * Math.PI * 180 * t) + Math.sin(2 * Math.PI * 187 * t);
                sound[(int) (at * RATE) + i] += (float) (0.3 * ring * Math.exp(-t / 0.4));
            }
        }
        strike(sound, 0.8, 0.5, 0.01);
        assertHeardAt(sound, List.of(0.5, 0.8, 1.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.003, 0.1})
    void noise_makes_no_strokes(double level) {
        assertThat(heard(noise(60, level))).isEmpty();
    }

    @Test
    void in_noise_the_strokes_are_heard_and_nothing_else() {
        float[] sound = noise(20, 0.01);
        List<Double> strokes = IntStream.range(1, 38).mapToObj(i -> i * 0.5).toList();
        strokes.forEach(stroke -> strike(sound, stroke, 0.5, 0.01));
        assertHeardAt(sound, strokes);
    }

    @Test
    void hum_and_a_held_note_with_vibrato_make_no_strokes() {
        float[] sound = noise(20, 0.0005);
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            double t = (double) i / RATE;
            double swell = Math.min(1, t);
            phase += 2 * Math.PI * 300 * (1 + 0.03 * Math.sin(2 * Math.PI * 5.5 * t)) / RATE;
            sound[i] += (float) (swell * (0.03 * Math.sin(2 * Math.PI * 50 * t) + 0.1 * Math.sin(phase)));
            sound[i] += (float) (swell * 0.05 * Math.sin(3 * phase));
        }
        assertThat(heard(sound)).isEmpty();
    }

    @Test
    void silence_makes_no_strokes() {
        assertThat(heard(silence(5))).isEmpty();
    }

    @Test
    void a_stroke_is_said_within_the_longest_delay_and_never_taken_back() {
        float[] sound = silence(20);
        List<Double> strokes = IntStream.range(1, 60).mapToObj(i -> i * 0.3123).toList();
        strokes.forEach(stroke -> strike(sound, stroke, 0.5, 0.01));
        HitDetector detector = new HitDetector(RATE);
        float[] hop = new float[HOP];
        List<Hit> before = List.of();
        for (int from = 0; from + HOP <= sound.length; from += HOP) {
            System.arraycopy(sound, from, hop, 0, HOP);
            detector.hear(hop);
            assertThat(hop).isEqualTo(Arrays.copyOfRange(sound, from, from + HOP));
            List<Hit> now = new ArrayList<>(detector.hits());
            assertThat(now.subList(0, before.size())).isEqualTo(before);
            for (Hit hit : now.subList(before.size(), now.size())) {
                assertThat(from + HOP - hit.onsetSample()).isLessThanOrEqualTo(HitDetector.LONGEST_DELAY);
            }
            before = now;
        }
        assertThat(before).hasSameSizeAs(strokes).extracting(Hit::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_stroke_at_the_very_end_is_heard() {
        float[] sound = silence(1);
        strike(sound, 1 - 2.0 * HOP / RATE, 0.5, 0.01);
        assertThat(heard(sound)).hasSize(1);
    }

    @Test
    void hearing_takes_no_memory() {
        float[] sound = noise(20, 0.01);
        HitDetector detector = new HitDetector(RATE);
        float[] hop = new float[HOP];
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int from = 0; from + HOP <= sound.length; from += HOP) {
            if (from == 10 * RATE / HOP * HOP) {
                before = thread.getCurrentThreadAllocatedBytes();
            }
            System.arraycopy(sound, from, hop, 0, HOP);
            detector.hear(hop);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }

    @Test
    void the_same_sound_gives_the_same_hits() {
        float[] sound = noise(5, 0.01);
        strike(sound, 1, 0.5, 0.01);
        strike(sound, 3, 0.5, 0.01);
        assertThat(hits(sound)).isEqualTo(hits(sound)).hasSize(2);
    }
}
