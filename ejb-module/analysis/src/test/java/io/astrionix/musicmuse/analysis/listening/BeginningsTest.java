package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.HeardSound;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.MadeTones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said of made tones while they sound. */
class BeginningsTest {

    private static final int CLIPS = 8;
    private static final long NEVER_LEARNED = 5_000;
    private static final long SAME_ONSET_SAMPLES = 5 * PitchSpectrum.HOP;
    private static final double SAME_PITCH_SEMITONES = 0.2;

    private static List<Clip> clips() {
        return LongStream.range(NEVER_LEARNED, NEVER_LEARNED + CLIPS)
                .mapToObj(MadeTones::clip)
                .toList();
    }

    /** Called after each hop, with the samples heard so far. */
    private interface Watcher {
        void watch(NoteDetector detector, long samples);
    }

    private static NoteDetector hear(Clip clip, Watcher watcher) {
        NoteDetector detector = new NoteDetector(Clip.SAMPLE_RATE, SoundSource.INSTRUMENT);
        float[] sound = HeardSound.of(clip.sound(), Clip.SAMPLE_RATE);
        float[] hop = new float[NoteDetector.HOP];
        for (int from = 0; from + hop.length <= sound.length; from += hop.length) {
            System.arraycopy(sound, from, hop, 0, hop.length);
            detector.hear(hop);
            watcher.watch(detector, from + hop.length);
        }
        detector.finish();
        return detector;
    }

    private static double millis(long samples) {
        return 1000.0 * samples / Clip.SAMPLE_RATE;
    }

    @Test
    void nineteen_of_twenty_notes_are_said_within_90_ms_and_half_of_them_within_50() {
        int notes = 0;
        int soon = 0;
        int atOnce = 0;
        for (Clip clip : clips()) {
            Map<Integer, Long> saidAt = new HashMap<>();
            NoteDetector detector = hear(clip, (ear, samples) -> ear.notes().stream()
                    .filter(HeardNote::isLikely)
                    .forEach(note -> saidAt.putIfAbsent(note.id(), samples)));
            for (HeardNote note : detector.notes()) {
                if (note.isLikely()) {
                    double after = millis(saidAt.getOrDefault(note.id(), Long.MAX_VALUE) - note.onsetSample());
                    notes++;
                    soon += after <= 90 ? 1 : 0;
                    atOnce += after <= 50 ? 1 : 0;
                }
            }
        }

        assertThat(notes).isGreaterThan(100);
        assertThat((double) soon / notes).as("of %d notes", notes).isGreaterThanOrEqualTo(0.95);
        assertThat((double) atOnce / notes).as("of %d notes", notes).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void the_networks_may_speak_often_of_an_onset_but_it_is_hardly_ever_two_notes() {
        int[] hops = {0, 0};
        for (Clip clip : clips()) {
            hear(clip, (ear, samples) -> {
                hops[0]++;
                hops[1] += hasTwins(ear.notes()) ? 1 : 0;
            });
        }

        assertThat((double) hops[1] / hops[0]).isLessThan(0.15);
    }

    /** Whether two notes of a pitch begin almost at once. */
    private static boolean hasTwins(List<HeardNote> notes) {
        return IntStream.range(1, notes.size()).anyMatch(i -> {
            HeardNote before = notes.get(i - 1);
            HeardNote note = notes.get(i);
            return note.onsetSample() - before.onsetSample() < SAME_ONSET_SAMPLES
                    && Math.abs(note.midi() - before.midi()) < SAME_PITCH_SEMITONES;
        });
    }
}
