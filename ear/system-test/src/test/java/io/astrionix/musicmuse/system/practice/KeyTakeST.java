package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes on a keyboard that sends MIDI. */
@SystemTest
class KeyTakeST {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TakeSettings SCALE = TakeSettings.VIOLIN_SCALE;
    private static final int NOTE_ON = 0x90;
    private static final int SILENT = 50;

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;

    KeyTakeST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @Test
    void a_scale_with_three_mistakes_is_judged_to_the_key_while_playing_and_stored() {
        var performance =
                TakeSettings.violinScale().withWrong(2, 2).withLate(4, 150).without(6);
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeys(SCALE);
            play(page, performance, 0, PracticeClient.REAL_TIME);
            var result = page.stop(KeyFrames.length(performance));

            assertThat(TakeResults.verdicts(result))
                    .containsExactly("right", "right", "wrong", "right", "late", "right", "missed", "right");
            assertThat(result.getJsonNumber("medianTimingMillis").doubleValue()).isBetween(-1.0, 1.0);
            assertThat(result.getJsonArray("track")).hasSizeGreaterThan(100);
            assertThat(lastWords(page)).isEqualTo(TakeResults.verdicts(result));
            assertThat(StoredTake.find(musicMuse, result.getString("session"))).isEqualTo(TakeResults.asStored(result));

            var millis = page.feedbackMillis();
            Figures.keep("midi-feedback-p50", Figures.quantile(millis, 0.5), "ms", "-");
            Figures.keep("midi-feedback-p95", Figures.quantile(millis, 0.95), "ms", "<= 30");
        }
    }

    /** A voice's beginner may be a semitone off; keys are not sung, whatever the music was chosen for. */
    @Test
    void a_key_beside_the_right_one_is_wrong_for_a_singers_music_too() throws Exception {
        var song = new TakeSettings(
                SCALE.exercise(), "voice-high", "C", 100, "beginner", Takes.SAMPLE_RATE, Takes.SAMPLE_RATE);
        var performance = TakeSettings.violinScale().withWrong(3, 1);
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeys(song);
            play(page, performance, 0, PracticeClient.CATCHING_UP);
            var result = page.stop(KeyFrames.length(performance));
            assertThat(TakeResults.verdicts(result).get(3)).isEqualTo("wrong");
            assertThat(musicMuse
                            .database()
                            .texts("select input_kind from musicmuse.practice_session where id = '"
                                    + result.getString("session") + "'"))
                    .containsExactly("keys");
        }
    }

    @Test
    void a_take_goes_on_where_the_connection_was_lost() {
        var performance = TakeSettings.violinScale().withLate(5, 130);
        int half = KeyFrames.of(performance).size() / 2;
        try (var page = PracticeClient.connect(learner)) {
            var session = page.startOnKeys(SCALE).getString("session");
            page.stream(KeyFrames.of(performance)::get, 0, half, PracticeClient.CATCHING_UP);
            page.drop();
            try (var again = PracticeClient.connect(learner)) {
                int next = again.resumeOnKeys(session);
                assertThat(next).isPositive().isLessThanOrEqualTo(half);
                play(again, performance, next, PracticeClient.CATCHING_UP);
                var result = again.stop(KeyFrames.length(performance));
                assertThat(TakeResults.verdicts(result))
                        .containsExactly("right", "right", "right", "right", "right", "late", "right", "right");
            }
        }
    }

    @Test
    @Tag("ASVS-2.4.1")
    void more_keys_than_anybody_can_press_are_refused_with_4429() {
        assertEnds(
                page -> {
                    for (int sequence = 0; sequence < 10; sequence++) {
                        page.sendBinary(KeyFrames.of(sequence, sequence * 960L, all(sequence * 960L)));
                    }
                },
                4429);
    }

    /** Ten times the eight notes of the music and 500. */
    @Test
    @Tag("ASVS-2.4.1")
    void of_a_take_without_end_so_many_notes_are_kept_and_told_again_and_no_more() {
        int most = 580;
        IntFunction<ByteBuffer> aKeyEach = sequence -> {
            long first = (long) sequence * Frames.SAMPLES;
            return KeyFrames.of(
                    sequence, first, List.of(new KeyFrames.Message(first, NOTE_ON, 90 + sequence % 37, 80)));
        };
        try (var page = PracticeClient.connect(learner)) {
            var session = page.startOnKeys(SCALE).getString("session");
            page.stream(aKeyEach, 0, 900, PracticeClient.CATCHING_UP);
            page.drop();
            try (var again = PracticeClient.connect(learner)) {
                int next = again.resumeOnKeys(session);
                again.stream(aKeyEach, next, 901, PracticeClient.CATCHING_UP);
                var result = again.stop(901 * Frames.SAMPLES);

                assertThat(result.getInt("notesPlayed")).isBetween(most - 100, most);
                assertThat(extras(again)).hasSizeBetween(most - 100, most);
            }
        }
    }

    private static Set<Integer> extras(PracticeClient page) {
        return page.messages().stream()
                .map(ReceivedMessage::json)
                .filter(message -> message.getString("type").equals("verdict") && message.getInt("note") < 0)
                .map(message -> message.getInt("id"))
                .collect(Collectors.toSet());
    }

    @Test
    void sound_where_keys_are_played_and_keys_of_another_time_are_refused() {
        assertEnds(page -> page.sendBinary(Frames.of(0, 0, new short[960], 0, 960)), 4422);
        var later = List.of(new KeyFrames.Message(960, NOTE_ON, 60, 80));
        assertEnds(page -> page.sendBinary(KeyFrames.of(0, 0, later)), 4422);
        var none = List.of(new KeyFrames.Message(0, 0xE0, 60, 80));
        assertEnds(page -> page.sendBinary(KeyFrames.of(0, 0, none)), 4422);
    }

    @Test
    void a_take_on_keys_does_not_go_on_by_microphone() {
        try (var page = PracticeClient.connect(learner)) {
            var session = page.startOnKeys(SCALE).getString("session");
            page.drop();
            try (var again = PracticeClient.connect(learner)) {
                assertThat(again.resume(session)).isZero();
                again.sendBinary(Frames.of(0, 0, new short[960], 0, 960));
                assertThat(again.awaitClose(PATIENCE)).contains(4400);
            }
        }
    }

    @Test
    @Tag("R17")
    void nothing_of_what_was_sent_is_left_of_a_take_finished_or_dropped() {
        var begin = FileTime.from(Instant.now());
        var frames = madeUpFrames();
        var search = new SoundSearch(messagesOf(frames));
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeys(SCALE);
            page.stream(frames::get, 0, frames.size(), PracticeClient.REAL_TIME);
            assertThat(page.stop(frames.size() * Frames.SAMPLES).getInt("notesPlayed"))
                    .isPositive();
        }
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeys(SCALE);
            page.stream(frames::get, 0, frames.size(), PracticeClient.REAL_TIME);
            page.drop();
        }
        assertThat(search.everywhere(musicMuse, begin)).isEmpty();
    }

    private static void play(PracticeClient page, Performance performance, int from, double speed) {
        var frames = KeyFrames.of(performance);
        page.stream(frames::get, from, frames.size(), speed);
    }

    private static List<String> lastWords(PracticeClient page) {
        var words = new ArrayList<>(Collections.nCopies(8, ""));
        page.messages().stream()
                .map(ReceivedMessage::json)
                .filter(message -> message.getString("type").equals("verdict") && message.getInt("note") >= 0)
                .forEach(message -> words.set(message.getInt("note"), message.getString("verdict")));
        return words;
    }

    /** A second without keys, then five frames of eight keys each, none like another: 64 bytes that would be found. */
    private static List<ByteBuffer> madeUpFrames() {
        var random = new Random(17);
        var frames = new ArrayList<ByteBuffer>();
        for (int sequence = 0; sequence < SILENT + 5; sequence++) {
            long first = (long) sequence * Frames.SAMPLES;
            var messages = new ArrayList<KeyFrames.Message>();
            for (int i = 0; i < 8 && sequence >= SILENT; i++) {
                messages.add(new KeyFrames.Message(
                        first + random.nextInt(Frames.SAMPLES),
                        NOTE_ON,
                        (sequence - SILENT) * 8 + i + 30,
                        1 + random.nextInt(127)));
            }
            frames.add(KeyFrames.of(sequence, first, messages));
        }
        return frames;
    }

    private static short[] messagesOf(List<ByteBuffer> frames) {
        var all = ByteBuffer.allocate(5 * 8 * KeyFrames.MESSAGE_BYTES);
        frames.forEach(frame -> all.put(frame.duplicate().position(KeyFrames.HEADER_BYTES)));
        var shorts = new short[all.capacity() / Short.BYTES];
        all.flip().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(shorts);
        return shorts;
    }

    /** All keys at once. */
    private static List<KeyFrames.Message> all(long first) {
        var all = new ArrayList<KeyFrames.Message>();
        for (int key = 0; key < 128; key++) {
            all.add(new KeyFrames.Message(first, NOTE_ON, key, 80));
        }
        return all;
    }

    private void assertEnds(Consumer<PracticeClient> hostile, int code) {
        try (var page = PracticeClient.connect(learner)) {
            page.startOnKeys(SCALE);
            hostile.accept(page);
            assertThat(page.awaitClose(PATIENCE)).contains(code);
        }
    }
}
