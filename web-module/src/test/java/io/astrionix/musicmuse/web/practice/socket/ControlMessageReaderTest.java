package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlMessageReaderTest {

    private static final String START = """
            {"v":1,"type":"start","exercise":"scale-major-one-octave","instrument":"violin","key":"C","octave":0,
             "tempo":100,"strictness":"beginner","sampleRate":48000,"musicStart":163200,"latencyMillis":120.5}""";

    @Test
    void a_start_is_read_whole() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START);

        assertThat(start.sampleRate()).isEqualTo(48_000);
        assertThat(start.command().musicStartSeconds()).isEqualTo(3.4);
        assertThat(start.latencySeconds()).isEqualTo(0.1205);
        assertThat(start.command().calibrated()).isTrue();
        assertThat(start.command().strictness()).isEqualTo(Strictness.BEGINNER);
        assertThat(start.command().exercise().key()).isEqualTo(Optional.of("C"));
        assertThat(start.command().exercise().tempo()).isEqualTo(100);
    }

    @Test
    void without_a_latency_the_take_is_not_calibrated() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START.replace(",\"latencyMillis\":120.5", ""));

        assertThat(start.command().calibrated()).isFalse();
        assertThat(start.latencySeconds()).isZero();
    }

    @Test
    void a_take_is_heard_by_microphone_unless_it_says_midi() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START);
        assertThat(start.command().input()).isEqualTo(TakeInput.MICROPHONE);

        var keys = (ControlMessage.Start) ControlMessageReader.read(START.replaceFirst("\\{", "{\"input\":\"midi\","));
        assertThat(keys.command().input()).isEqualTo(TakeInput.MIDI);
        assertClosedWith(START.replaceFirst("\\{", "{\"input\":\"MIDI\","), PracticeClose.MALFORMED);
        assertClosedWith(START.replaceFirst("\\{", "{\"input\":1,"), PracticeClose.MALFORMED);
    }

    @Test
    void a_metronome_says_how_fast_it_goes_unless_the_player_does() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START);
        assertThat(start.command().pace()).isEqualTo(TakePace.METRONOME);

        var own = (ControlMessage.Start) ControlMessageReader.read(START.replaceFirst("\\{", "{\"pace\":\"own\","));
        assertThat(own.command().pace()).isEqualTo(TakePace.OWN);
        assertClosedWith(START.replaceFirst("\\{", "{\"pace\":\"slow\","), PracticeClose.MALFORMED);
        assertClosedWith(START.replaceFirst("\\{", "{\"pace\":2,"), PracticeClose.MALFORMED);
    }

    @Test
    void the_concert_pitch_is_440_hertz_unless_another_is_named() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START);
        assertThat(start.concertPitch().a4Hertz()).isEqualTo(440);

        var baroque = (ControlMessage.Start) ControlMessageReader.read(START.replaceFirst("\\{", "{\"a4\":415,"));
        assertThat(baroque.concertPitch().a4Hertz()).isEqualTo(415);
        for (var none : List.of("414", "467", "0", "-1", "\"440\"", "1e400")) {
            assertClosedWith(START.replaceFirst("\\{", "{\"a4\":" + none + ","), PracticeClose.MALFORMED);
        }
    }

    @Test
    void the_metronome_is_silent_unless_the_page_says_that_it_sounds() throws ProtocolViolation {
        var start = (ControlMessage.Start) ControlMessageReader.read(START);
        assertThat(start.metronome()).isFalse();

        var loud = (ControlMessage.Start) ControlMessageReader.read(START.replaceFirst("\\{", "{\"metronome\":true,"));
        assertThat(loud.metronome()).isTrue();
        var off = (ControlMessage.Start) ControlMessageReader.read(START.replaceFirst("\\{", "{\"metronome\":false,"));
        assertThat(off.metronome()).isFalse();
        for (var none : List.of("null", "1", "\"true\"", "[]")) {
            assertClosedWith(START.replaceFirst("\\{", "{\"metronome\":" + none + ","), PracticeClose.MALFORMED);
        }
    }

    @Test
    void resume_and_stop_are_read() throws ProtocolViolation {
        var session = UUID.randomUUID();

        assertThat(ControlMessageReader.read("{\"v\":1,\"type\":\"resume\",\"session\":\"" + session + "\"}"))
                .isEqualTo(new ControlMessage.Resume(session, TakeInput.MICROPHONE));
        assertThat(ControlMessageReader.read(
                        "{\"v\":1,\"type\":\"resume\",\"input\":\"midi\",\"session\":\"" + session + "\"}"))
                .isEqualTo(new ControlMessage.Resume(session, TakeInput.MIDI));
        assertThat(ControlMessageReader.read("{\"v\":1,\"type\":\"stop\",\"samples\":960}"))
                .isEqualTo(new ControlMessage.Stop(960));
    }

    @Test
    void another_version_is_told_so() {
        assertClosedWith(START.replace("\"v\":1", "\"v\":2"), PracticeClose.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"v\":1}",
                "{\"v\":1,\"type\":\"dance\"}",
                "{\"v\":1,\"type\":\"stop\"}",
                "{\"v\":1,\"type\":\"stop\",\"samples\":1.5}",
                "{\"v\":1,\"type\":\"stop\",\"samples\":1e999999999}",
                "{\"v\":1,\"type\":\"stop\",\"samples\":1e-999999999}",
                "{\"v\":1,\"type\":\"stop\",\"samples\":NaN}",
                "{\"v\":1,\"type\":\"resume\",\"session\":\"not an id\"}",
                "{\"v\":1,\"type\":\"resume\",\"session\":7}",
            })
    @Tag("ASVS-2.2.1")
    void nonsense_is_malformed(String text) {
        assertClosedWith(text, PracticeClose.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tempo\":29",
                "\"tempo\":241",
                "\"tempo\":\"fast\"",
                "\"tempo\":99999999999",
                "\"octave\":3",
                "\"sampleRate\":96000",
                "\"sampleRate\":4295011396",
                "\"musicStart\":-1",
                "\"musicStart\":2880001",
                "\"latencyMillis\":-1",
                "\"latencyMillis\":501",
                "\"strictness\":\"lenient\"",
            })
    @Tag("ASVS-2.2.1")
    void a_value_out_of_its_range_is_malformed(String field) {
        var name = field.substring(0, field.indexOf(':'));
        assertClosedWith(START.replaceFirst(name + ":[^,}]+", field), PracticeClose.MALFORMED);
    }

    @Test
    void deep_nesting_is_malformed_and_nothing_worse() {
        assertClosedWith("{\"v\":1,\"type\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", PracticeClose.MALFORMED);
    }

    private static void assertClosedWith(String text, PracticeClose close) {
        assertThatThrownBy(() -> ControlMessageReader.read(text))
                .isInstanceOfSatisfying(ProtocolViolation.class, violation -> assertThat(violation.close())
                        .isEqualTo(close));
    }
}
