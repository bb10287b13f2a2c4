package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.ExerciseSummary;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.boundary.ScoreNote;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MusicXmlWriterTest {

    private static final double DIVISIONS = 4;

    private final ExerciseCatalog catalog = new ExerciseCatalog();

    @Test
    void every_score_says_the_same_as_its_notes() throws Exception {
        int scores = 0;
        for (ExerciseSummary summary : catalog.exercises()) {
            for (Instrument instrument : catalog.instruments()) {
                for (String key : catalog.playableKeys(summary.id(), instrument.id())) {
                    Exercise exercise = prepare(summary.id(), instrument.id(), key);
                    assertSameMusic(exercise, instrument, parse(exercise.musicXml()));
                    scores++;
                }
            }
        }
        assertThat(scores).isGreaterThan(4_000);
    }

    @ParameterizedTest
    @CsvSource({
        "violin,C,0,G,2,,,,",
        "violin,F#,6,G,2,,,,",
        "viola,Db,-5,C,3,,,,",
        "cello,Eb,-3,F,4,,,,",
        "double-bass,G,1,F,4,,0,0,-1",
        "clarinet,D,2,G,2,,-1,-2,",
        "alto-sax,Ab,-4,G,2,,-5,-9,",
        "horn,F,-1,G,2,,-4,-7,",
        "recorder,C,0,G,2,,0,0,1",
        "guitar,E,4,G,2,-1,,,",
        "voice-tenor,C,0,G,2,-1,,,",
    })
    void the_head_of_the_score_fits_key_and_instrument(
            String instrument,
            String key,
            String fifths,
            String sign,
            String line,
            String clefOctave,
            String diatonic,
            String chromatic,
            String octaveChange)
            throws Exception {
        Document score =
                parse(prepare("scale-major-up-and-down", instrument, key).musicXml());
        assertThat(text(score, "fifths")).isEqualTo(fifths);
        assertThat(text(score, "mode")).isEqualTo("major");
        assertThat(text(score, "sign")).isEqualTo(sign);
        assertThat(text(score, "line")).isEqualTo(line);
        assertThat(text(score, "clef-octave-change")).isEqualTo(clefOctave);
        assertThat(text(score, "diatonic")).isEqualTo(diatonic);
        assertThat(text(score, "chromatic")).isEqualTo(chromatic);
        assertThat(text(score, "octave-change")).isEqualTo(octaveChange);
    }

    @Test
    void percussion_has_its_own_clef_no_key_signature_and_strokes_without_a_pitch() throws Exception {
        Document score = parse(prepare("tune-ode-to-joy", "percussion", "A").musicXml());
        assertThat(text(score, "sign")).isEqualTo("percussion");
        assertThat(text(score, "fifths")).isEqualTo("0");
        assertThat(elements(score.getDocumentElement(), "pitch")).isEmpty();
        assertThat(elements(score.getDocumentElement(), "accidental")).isEmpty();
        assertThat(elements(score.getDocumentElement(), "unpitched"))
                .isNotEmpty()
                .allSatisfy(
                        stroke -> assertThat(stroke.getTextContent().strip()).matches("B\\s*4"));
    }

    @Test
    void the_head_has_meter_and_tempo_and_the_end_a_final_bar_line() throws Exception {
        Document score =
                parse(catalog.prepare(new ExerciseChoice("tune-amazing-grace", "flute", Optional.empty(), 0, 66))
                        .musicXml());
        assertThat(score.getDocumentElement().getAttribute("version")).isEqualTo("4.0");
        assertThat(text(score, "divisions")).isEqualTo("4");
        assertThat(text(score, "beats")).isEqualTo("3");
        assertThat(text(score, "beat-type")).isEqualTo("4");
        assertThat(text(score, "per-minute")).isEqualTo("66");
        assertThat(elements(score.getDocumentElement(), "sound").get(0).getAttribute("tempo"))
                .isEqualTo("66");
        List<Element> bars = elements(score.getDocumentElement(), "measure");
        assertThat(elements(bars.get(bars.size() - 1), "bar-style")).hasSize(1);
        assertThat(elements(score.getDocumentElement(), "bar-style")).hasSize(1);
    }

    @Test
    void minor_and_chromatic_exercises_name_their_mode() throws Exception {
        Document minor = parse(prepare("scale-harmonic-minor", "violin", "G#").musicXml());
        assertThat(text(minor, "mode")).isEqualTo("minor");
        assertThat(elements(minor.getDocumentElement(), "accidental"))
                .extracting(Element::getTextContent)
                .containsExactly("double-sharp", "double-sharp");

        Document chromatic = parse(prepare("scale-chromatic", "violin", "E").musicXml());
        assertThat(text(chromatic, "mode")).isNull();
        assertThat(text(chromatic, "fifths")).isEqualTo("0");
    }

    @Test
    void children_of_a_note_stand_in_the_order_of_the_format() throws Exception {
        List<String> order = List.of(
                "pitch",
                "unpitched",
                "rest",
                "duration",
                "tie",
                "voice",
                "type",
                "dot",
                "accidental",
                "beam",
                "notations");
        for (String id :
                List.of("rhythm-repeated-notes", "rhythm-off-the-beat", "tune-ode-to-joy", "scale-chromatic")) {
            Document score = parse(prepare(id, "violin", "F").musicXml());
            for (Element note : elements(score.getDocumentElement(), "note")) {
                List<Integer> places = children(note).stream()
                        .map(child -> order.indexOf(child.getTagName()))
                        .toList();
                assertThat(places).isSorted().doesNotContain(-1);
            }
        }
    }

    @Test
    void a_tie_joins_two_notes_under_one_index() throws Exception {
        Document score = parse(prepare("rhythm-off-the-beat", "violin", "C").musicXml());
        List<Element> notes = elements(score.getDocumentElement(), "note");
        List<String> ids = notes.stream().map(note -> note.getAttribute("id")).toList();
        int tied = ids.indexOf("note-9-tied-1");

        assertThat(ids.get(tied - 1)).isEqualTo("note-9");
        assertThat(ids.get(tied + 1)).isEqualTo("note-10");
        assertThat(tieTypes(notes.get(tied - 1))).containsExactly("start");
        assertThat(tieTypes(notes.get(tied))).containsExactly("stop");
    }

    private static void assertSameMusic(Exercise exercise, Instrument instrument, Document score) {
        Set<String> ids = new HashSet<>();
        List<Double> starts = new ArrayList<>();
        List<Double> durations = new ArrayList<>();
        List<Integer> sounding = new ArrayList<>();
        double beat = 0;
        for (Element bar : elements(score.getDocumentElement(), "measure")) {
            double barStart = beat;
            for (Element note : elements(bar, "note")) {
                double duration = Integer.parseInt(text(note, "duration")) / DIVISIONS;
                assertThat(duration * DIVISIONS).isEqualTo(typeAndDots(note));
                if (elements(note, "rest").isEmpty()) {
                    assertThat(ids.add(note.getAttribute("id"))).isTrue();
                    if (tieTypes(note).contains("stop")) {
                        int last = durations.size() - 1;
                        assertThat(note.getAttribute("id")).startsWith("note-" + last + "-tied-");
                        durations.set(last, durations.get(last) + duration);
                    } else {
                        assertThat(note.getAttribute("id")).isEqualTo("note-" + starts.size());
                        starts.add(beat);
                        durations.add(duration);
                        sounding.add(midi(note) + soundingMinusWritten(score));
                    }
                }
                beat += duration;
            }
            assertThat(beat - barStart).isEqualTo(exercise.beatsPerBar());
        }
        assertThat(exercise.lengthBeats()).isEqualTo(beat);
        assertThat(exercise.notes()).extracting(ScoreNote::startBeat).isEqualTo(starts);
        assertThat(exercise.notes()).extracting(ScoreNote::durationBeats).isEqualTo(durations);
        assertThat(exercise.notes()).extracting(ScoreNote::soundingMidi).isEqualTo(sounding);
        assertThat(soundingMinusWritten(score)).isEqualTo(instrument.transpositionSemitones());
    }

    /** Length in sixteenths as the note's face tells it. */
    private static double typeAndDots(Element note) {
        double plain =
                switch (text(note, "type")) {
                    case "whole" -> 16;
                    case "half" -> 8;
                    case "quarter" -> 4;
                    case "eighth" -> 2;
                    case "16th" -> 1;
                    default -> throw new AssertionError("unexpected type " + text(note, "type"));
                };
        return elements(note, "dot").isEmpty() ? plain : plain * 1.5;
    }

    private static int soundingMinusWritten(Document score) {
        int octaves = Integer.parseInt(
                Optional.ofNullable(text(score, "octave-change")).orElse("0"));
        return octaves * 12
                + Integer.parseInt(Optional.ofNullable(text(score, "chromatic")).orElse("0"));
    }

    private static int midi(Element note) {
        int[] semitones = {9, 11, 0, 2, 4, 5, 7};
        String display = elements(note, "unpitched").isEmpty() ? "" : "display-";
        int step = semitones[text(note, display + "step").charAt(0) - 'A'];
        int alter = Integer.parseInt(Optional.ofNullable(text(note, "alter")).orElse("0"));
        return (Integer.parseInt(text(note, display + "octave")) + 1) * 12 + step + alter;
    }

    private static List<String> tieTypes(Element note) {
        return elements(note, "tie").stream()
                .map(tie -> tie.getAttribute("type"))
                .toList();
    }

    private Exercise prepare(String exercise, String instrument, String key) {
        return catalog.prepare(new ExerciseChoice(exercise, instrument, Optional.of(key), 0, 80));
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document score, String tag) {
        return text(score.getDocumentElement(), tag);
    }

    private static String text(Element parent, String tag) {
        List<Element> found = elements(parent, tag);
        return found.isEmpty() ? null : found.get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String tag) {
        return list(parent.getElementsByTagName(tag));
    }

    private static List<Element> children(Element parent) {
        return list(parent.getChildNodes());
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
