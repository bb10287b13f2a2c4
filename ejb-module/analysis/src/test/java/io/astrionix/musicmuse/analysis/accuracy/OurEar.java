package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.Ear;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ear of this project, as the server hears: hop by hop, and with the music when it judges. */
final class OurEar implements Listener {

    private static final int HOP = 256;
    private static final double RATE = Clip.SAMPLE_RATE;

    /** No tempo is written in the takes; their players keep to what they say. */
    private static final Pace METRONOME = new Pace.Metronome(0.5);

    private final LiveMarks marks = new LiveMarks();

    @Override
    public String name() {
        return "MusicMuse";
    }

    @Override
    public Said listen(short[] sound) {
        Ear ear = new Ear(Clip.SAMPLE_RATE);
        List<SaidPitch> pitches = new ArrayList<>();
        Map<Integer, Double> saidAt = new HashMap<>();
        for (int from = 0; from < sound.length; from += HOP) {
            int length = Math.min(HOP, sound.length - from);
            ear.accept(
                    sound,
                    from,
                    length,
                    moment -> pitches.add(new SaidPitch(
                            moment.atSample() / RATE,
                            moment.pitch().map(pitch -> pitch.midi()).orElse(Double.NaN))));
            double heard = (from + length) / RATE;
            ear.notes().stream().filter(HeardNote::isLikely).forEach(note -> saidAt.putIfAbsent(note.id(), heard));
        }
        ear.finish();
        double end = sound.length / RATE;
        return new Said(
                ear.notes().stream()
                        .filter(HeardNote::isLikely)
                        .map(note -> new SaidNote(
                                note.onsetSample() / RATE, note.midi(), saidAt.getOrDefault(note.id(), end)))
                        .toList(),
                pitches);
    }

    @Override
    public List<NoteVerdict> judge(short[] sound, Said said, List<ExpectedNote> music, ScoringRules rules) {
        TakeAnalyser analyser = analyser(music, rules, METRONOME);
        LiveMarks.OfTake shown = marks.take(music);
        for (int from = 0; from < sound.length; from += HOP) {
            int length = Math.min(HOP, sound.length - from);
            shown.add(analyser.accept(sound, from, length), (from + length) / RATE);
        }
        shown.end();
        return analyser.finish().score().verdicts();
    }

    /** The verdicts where nothing is known of when the notes are to come: as if their player had taken an own tempo. */
    List<NoteVerdict> judgeInOwnTempo(short[] sound, List<ExpectedNote> music, ScoringRules rules) {
        TakeAnalyser analyser = analyser(music, rules, new Pace.Own());
        for (int from = 0; from < sound.length; from += HOP) {
            analyser.accept(sound, from, Math.min(HOP, sound.length - from));
        }
        return analyser.finish().score().verdicts();
    }

    private static TakeAnalyser analyser(List<ExpectedNote> music, ScoringRules rules, Pace pace) {
        return new TakeAnalyser(Clip.SAMPLE_RATE, new TakeTerms(music, rules, pace, 0), TakeSound.USUAL);
    }

    /** What was shown while the takes went on. */
    LiveMarks marks() {
        return marks;
    }
}
