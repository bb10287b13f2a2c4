package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.ServerLogWatch;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.Json;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no page of ours sends: each is answered with its code of docs/practice-protocol.md, none leaves a stack trace in
 * the log, and after all of them a take goes as before.
 */
@SystemTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileInputST {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final short[] SILENCE = new short[60_000];

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;
    private ServerLogWatch log;

    HostileInputST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
    }

    @BeforeEach
    void watch_the_log() {
        log = new ServerLogWatch(musicMuse);
    }

    @AfterEach
    void the_log_shows_no_trouble() {
        assertThat(log.trouble()).isEmpty();
    }

    @AfterAll
    void a_good_take_goes_as_before() {
        var take = Takes.render(TakeSettings.violinScale());
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(take, PracticeClient.CATCHING_UP);
            assertThat(TakeResults.verdicts(page.stop(take.length))).containsOnly("right");
        }
    }

    @Test
    @Tag("ASVS-4.4.3")
    @Tag("ASVS-4.4.4")
    void without_a_session_the_handshake_is_refused_with_401() {
        assertThat(PracticeClient.refusal(Visitor.stranger(musicMuse), learner.origin()))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1", "null", ""})
    @Tag("ASVS-4.4.2")
    void from_another_sites_page_the_handshake_is_refused_with_403(String origin) {
        assertThat(PracticeClient.refusal(learner, origin)).isEqualTo(403);
    }

    @Test
    void text_where_sound_belongs_is_refused_with_4400() {
        assertEndsAfterStart(page -> page.sendText("la la la"), 4400);
    }

    @Test
    void sound_before_a_start_is_refused_with_4400() {
        assertEnds(page -> page.sendBinary(Frames.of(SILENCE, 0)), 4400);
    }

    @Test
    void a_frame_over_the_limit_is_refused_with_1009() {
        assertEndsAfterStart(page -> page.sendBinary(Frames.of(0, 0, SILENCE, 0, 48_000)), 1009);
        assertEndsAfterStart(page -> page.sendBinary(Frames.of(0, 0, SILENCE, 0, 4_801)), 1009);
    }

    @Test
    void a_text_over_the_limit_is_refused_with_1009() {
        assertEnds(page -> page.sendText("{\"v\":1,\"type\":\"" + "x".repeat(4_096) + "\"}"), 1009);
    }

    @Test
    @Tag("ASVS-2.4.1")
    void a_hundred_times_the_rate_is_refused_with_4429() {
        assertEndsAfterStart(page -> page.stream(HostileInputST::silence, 0, 1_500, 100), 4429);
    }

    @Test
    void another_version_of_the_protocol_is_refused_with_4406() {
        assertEnds(
                page -> page.send(Json.createObjectBuilder(TakeSettings.VIOLIN_SCALE.start())
                        .add("v", 2)
                        .build()),
                4406);
    }

    @Test
    void negative_time_is_refused_with_4422() {
        assertEndsAfterStart(page -> page.sendBinary(Frames.of(0, -960, SILENCE, 0, 960)), 4422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e400", "-1", "true", "1e2147483647", "[[[[[[]]]]]]"})
    void a_number_that_is_none_is_refused_with_4400(String latency) {
        var start = TakeSettings.VIOLIN_SCALE.start().toString();
        assertEnds(page -> page.sendText(start.replaceFirst("\\{", "{\"latencyMillis\":" + latency + ",")), 4400);
    }

    @Test
    void bytes_of_a_float_that_is_no_number_are_refused_with_4422() {
        var notANumber = ByteBuffer.allocate(Frames.HEADER_BYTES + 960);
        while (notANumber.hasRemaining()) {
            notANumber.putInt(0x7FC00000);
        }
        assertEndsAfterStart(page -> page.sendBinary(notANumber.rewind()), 4422);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12, 13, 1_931})
    void half_a_frame_is_refused_with_4422(int bytes) {
        assertEndsAfterStart(page -> page.sendBinary(ByteBuffer.allocate(bytes)), 4422);
    }

    @Test
    void a_frame_left_out_or_sent_twice_is_refused_with_4422() {
        assertEndsAfterStart(page -> page.sendBinary(silence(1)), 4422);
        assertEndsAfterStart(
                page -> {
                    page.sendBinary(silence(0));
                    page.sendBinary(silence(0));
                },
                4422);
    }

    @Test
    void a_second_start_is_refused_with_4409() {
        assertEndsAfterStart(page -> page.send(TakeSettings.VIOLIN_SCALE.start()), 4409);
    }

    @Test
    void somebody_elses_take_is_answered_like_one_that_is_not_there() {
        var trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
        try (var theirs = PracticeClient.connect(trainer)) {
            var foreign = theirs.start(TakeSettings.VIOLIN_SCALE).getString("session");
            assertThat(keyOfRefusedResume(foreign))
                    .isEqualTo(keyOfRefusedResume(UUID.randomUUID().toString()));
            assertEnds(page -> page.sendResume(foreign), 4404);
        }
    }

    @Test
    @Tag("ASVS-2.3.2")
    @Tag("ASVS-15.2.2")
    void an_hour_of_silence_ends_with_4413_and_a_result() {
        long begin = System.nanoTime();
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(HostileInputST::silence, 0, 60 * 60 * 50, 7.5);
            assertThat(page.awaitResult().getInt("right")).isZero();
            assertThat(page.awaitClose(PATIENCE)).contains(4413);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    /** Three takes have begun before: the server opens sockets in any order, and answers the handshake first. */
    @Test
    @Tag("ASVS-2.3.2")
    @Tag("ASVS-15.2.2")
    void the_fourth_socket_of_an_account_is_refused_with_4430() {
        var trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
        try (var first = PracticeClient.connect(trainer);
                var second = PracticeClient.connect(trainer);
                var third = PracticeClient.connect(trainer)) {
            var three = List.of(first, second, third);
            three.forEach(page -> page.start(TakeSettings.VIOLIN_SCALE));
            try (var fourth = PracticeClient.connect(trainer)) {
                assertThat(fourth.awaitClose(PATIENCE)).contains(4430);
            }
            for (var page : three) {
                page.sendBinary(silence(0));
                assertThat(page.stop(Frames.SAMPLES).getInt("durationMillis")).isEqualTo(20);
            }
        }
    }

    @Test
    void a_silent_socket_is_closed_with_4408() {
        assertEnds(page -> {}, 4408);
    }

    /** More than once: what the container does with the sockets of an ending session is a race. */
    @RepeatedTest(8)
    @Tag("ASVS-4.4.3")
    void signing_out_closes_the_sockets_with_4401() {
        var leaving = Visitor.signedIn(musicMuse, musicMuse.trainer());
        try (var page = PracticeClient.connect(leaving)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            assertThat(leaving.signOut().statusCode()).isEqualTo(302);
            assertThat(page.awaitClose(PATIENCE)).contains(4401);
            assertThat(PracticeClient.refusal(leaving, leaving.origin())).isEqualTo(401);
        }
    }

    @Test
    void deeply_nested_json_is_refused_with_4400() {
        assertEnds(page -> page.sendText("{\"v\":".repeat(500) + "1" + "}".repeat(500)), 4400);
        assertEnds(page -> page.sendText("[".repeat(4_000)), 4400);
    }

    @Test
    void a_huge_number_is_refused_with_4400() {
        assertEnds(page -> page.sendText("{\"v\":1,\"type\":\"stop\",\"samples\":" + "9".repeat(4_000) + "}"), 4400);
        assertEnds(page -> page.sendText("{\"v\":1e999999999,\"type\":\"stop\",\"samples\":1}"), 4400);
    }

    @Test
    void a_stop_with_another_count_is_refused_with_4422() {
        assertEndsAfterStart(page -> page.sendStop(1), 4422);
    }

    @Test
    void frames_that_do_not_wait_for_started_are_taken_in_order() {
        try (var page = PracticeClient.connect(learner)) {
            page.send(TakeSettings.VIOLIN_SCALE.start());
            for (int sequence = 0; sequence < 50; sequence++) {
                page.sendBinary(silence(sequence));
            }
            assertThat(page.stop(50 * Frames.SAMPLES).getInt("durationMillis")).isEqualTo(1_000);
            assertThat(page.awaitClose(PATIENCE)).contains(1000);
        }
    }

    @Test
    void messages_after_the_end_are_dropped() {
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.sendBinary(silence(0));
            page.sendStop(Frames.SAMPLES);
            for (int sequence = 1; sequence < 20; sequence++) {
                page.sendBinary(silence(sequence));
            }
            page.sendStop(Frames.SAMPLES);
            assertThat(page.awaitResult().getInt("durationMillis")).isEqualTo(20);
        }
    }

    private void assertEndsAfterStart(Consumer<PracticeClient> hostile, int code) {
        assertEnds(
                page -> {
                    page.start(TakeSettings.VIOLIN_SCALE);
                    hostile.accept(page);
                },
                code);
    }

    private void assertEnds(Consumer<PracticeClient> hostile, int code) {
        try (var page = PracticeClient.connect(learner)) {
            hostile.accept(page);
            assertThat(page.awaitClose(PATIENCE)).contains(code);
        }
    }

    private String keyOfRefusedResume(String session) {
        try (var page = PracticeClient.connect(learner)) {
            page.sendResume(session);
            return page.awaitError().getString("key");
        }
    }

    private static ByteBuffer silence(int sequence) {
        return Frames.of(sequence, (long) sequence * Frames.SAMPLES, SILENCE, 0, Frames.SAMPLES);
    }
}
