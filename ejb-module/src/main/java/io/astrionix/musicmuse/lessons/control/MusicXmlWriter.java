package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.Clef;
import io.astrionix.musicmuse.lessons.entity.Mode;
import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import io.astrionix.musicmuse.lessons.entity.NoteValue;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import io.astrionix.musicmuse.lessons.entity.WrittenScore;
import java.util.List;
import java.util.Locale;

/** Writes a score as MusicXML 4.0 (score-partwise), at written pitch, without a title. Use once. */
public final class MusicXmlWriter {

    private static final String PART = "P1";

    private final WrittenScore score;
    private final int tempo;
    private final Accidentals accidentals;
    private final XmlOut xml = new XmlOut();

    /** Index of the note last begun; counts as {@link WrittenScore#notes()} does. */
    private int noteIndex = -1;

    /** How many signs of that note were written before the present one: more than 0 means it is tied from before. */
    private int tiedBefore;

    private boolean tieOpen;

    /** @param tempo quarter notes a minute */
    public MusicXmlWriter(WrittenScore score, int tempo) {
        this.score = score;
        this.tempo = tempo;
        this.accidentals = new Accidentals(score.key().fifths());
    }

    /** The whole document. */
    public String write() {
        xml.within(
                "score-partwise",
                () -> {
                    xml.within(
                            "part-list",
                            () -> xml.within(
                                    "score-part",
                                    () -> xml.text(
                                            "part-name", score.instrument().id(), "print-object", "no"),
                                    "id",
                                    PART));
                    xml.within("part", this::writeBars, "id", PART);
                },
                "version",
                "4.0");
        return xml.finish();
    }

    private void writeBars() {
        for (int i = 0; i < score.bars().size(); i++) {
            List<NoteOrRest> bar = score.bars().get(i);
            boolean first = i == 0;
            boolean last = i == score.bars().size() - 1;
            xml.within("measure", () -> writeBar(bar, first, last), "number", Integer.toString(i + 1));
        }
    }

    private void writeBar(List<NoteOrRest> bar, boolean first, boolean last) {
        accidentals.startBar();
        if (first) {
            xml.within("attributes", this::writeAttributes);
            writeTempo();
        }
        List<List<String>> beams = Beams.of(bar);
        for (int i = 0; i < bar.size(); i++) {
            writeSign(bar.get(i), beams.get(i));
        }
        if (last) {
            xml.within("barline", () -> xml.text("bar-style", "light-heavy"), "location", "right");
        }
    }

    private void writeAttributes() {
        xml.text("divisions", NoteValue.SIXTEENTHS_PER_BEAT);
        xml.within("key", () -> {
            xml.text("fifths", score.key().fifths());
            if (score.key().mode() != Mode.CHROMATIC) {
                xml.text("mode", score.key().mode().name().toLowerCase(Locale.ROOT));
            }
        });
        xml.within("time", () -> {
            xml.text("beats", score.beatsPerBar());
            xml.text("beat-type", WrittenScore.BEAT_UNIT);
        });
        Clef clef = ClefChoice.of(score.instrument(), pitches());
        xml.within("clef", () -> {
            xml.text("sign", clef.sign());
            xml.text("line", clef.line());
            if (clef.octaveChange() != 0) {
                xml.text("clef-octave-change", clef.octaveChange());
            }
        });
        if (score.instrument().transpositionSemitones() != 0) {
            writeTransposition();
        }
    }

    private void writeTransposition() {
        TranspositionInterval interval =
                TranspositionInterval.of(score.instrument().transpositionSemitones());
        xml.within("transpose", () -> {
            xml.text("diatonic", interval.staffPositions());
            xml.text("chromatic", interval.semitones());
            if (interval.octaves() != 0) {
                xml.text("octave-change", interval.octaves());
            }
        });
    }

    private void writeTempo() {
        xml.within(
                "direction",
                () -> {
                    xml.within(
                            "direction-type",
                            () -> xml.within("metronome", () -> {
                                xml.text("beat-unit", "quarter");
                                xml.text("per-minute", tempo);
                            }));
                    xml.empty("sound", "tempo", Integer.toString(tempo));
                },
                "placement",
                "above");
    }

    private void writeSign(NoteOrRest sign, List<String> beams) {
        boolean prolongs = tieOpen;
        tieOpen = sign.tiedToNext();
        if (sign.pitch().isEmpty()) {
            xml.within("note", () -> writeRest(sign.value()));
            return;
        }
        tiedBefore = prolongs ? tiedBefore + 1 : 0;
        noteIndex += prolongs ? 0 : 1;
        String id = "note-" + noteIndex + (prolongs ? "-tied-" + tiedBefore : "");
        xml.within("note", () -> writeNote(sign, prolongs, beams), "id", id);
    }

    private void writeRest(NoteValue value) {
        xml.empty("rest");
        xml.text("duration", value.sixteenths());
        writeType(value);
    }

    private void writeNote(NoteOrRest sign, boolean prolongs, List<String> beams) {
        Pitch pitch = sign.pitch().orElseThrow();
        writePitch(pitch);
        xml.text("duration", sign.value().sixteenths());
        if (prolongs) {
            xml.empty("tie", "type", "stop");
        }
        if (sign.tiedToNext()) {
            xml.empty("tie", "type", "start");
        }
        writeType(sign.value());
        // The accidental of a tied note is written at its beginning only, and counts for the tie, not for the new bar.
        if (!prolongs) {
            accidentals.before(pitch).ifPresent(name -> xml.text("accidental", name));
        }
        for (int i = 0; i < beams.size(); i++) {
            xml.text("beam", beams.get(i), "number", Integer.toString(i + 1));
        }
        if (prolongs || sign.tiedToNext()) {
            xml.within("notations", () -> writeTies(prolongs, sign.tiedToNext()));
        }
    }

    private void writePitch(Pitch pitch) {
        if (!score.instrument().hasPitch()) {
            xml.within("unpitched", () -> {
                xml.text("display-step", pitch.step());
                xml.text("display-octave", pitch.octave());
            });
            return;
        }
        xml.within("pitch", () -> {
            xml.text("step", pitch.step());
            if (pitch.alter() != 0) {
                xml.text("alter", pitch.alter());
            }
            xml.text("octave", pitch.octave());
        });
    }

    private void writeType(NoteValue value) {
        xml.text("voice", 1);
        xml.text("type", value.type().musicXmlName());
        if (value.dotted()) {
            xml.empty("dot");
        }
    }

    private void writeTies(boolean fromBefore, boolean toNext) {
        if (fromBefore) {
            xml.empty("tied", "type", "stop");
        }
        if (toNext) {
            xml.empty("tied", "type", "start");
        }
    }

    private List<Pitch> pitches() {
        return score.bars().stream()
                .flatMap(List::stream)
                .flatMap(sign -> sign.pitch().stream())
                .toList();
    }
}
