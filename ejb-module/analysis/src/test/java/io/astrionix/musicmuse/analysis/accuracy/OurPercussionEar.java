package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.listening.Hit;
import io.astrionix.musicmuse.analysis.listening.HitDetector;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.List;

/** The ear of this project for percussion, as the server hears: hop by hop. */
final class OurPercussionEar implements Listener {

    private static final int HOP = HitDetector.HOP;
    private static final float FULL_SCALE = 32_768f;
    private static final double RATE = Clip.SAMPLE_RATE;

    private final LiveMarks marks = new LiveMarks();

    @Override
    public String name() {
        return "MusicMuse";
    }

    @Override
    public Said listen(short[] sound) {
        HitDetector detector = new HitDetector(Clip.SAMPLE_RATE);
        float[] hop = new float[HOP];
        List<SaidNote> said = new ArrayList<>();
        for (int from = 0; from + HOP <= sound.length; from += HOP) {
            for (int i = 0; i < HOP; i++) {
                hop[i] = sound[from + i] / FULL_SCALE;
            }
            detector.hear(hop);
            for (Hit hit : detector.hits().subList(said.size(), detector.hits().size())) {
                said.add(new SaidNote(hit.onsetSample() / RATE, 0, (from + HOP) / RATE));
            }
        }
        return new Said(said, List.of());
    }

    @Override
    public List<NoteVerdict> judge(short[] sound, Said said, List<ExpectedNote> music, ScoringRules rules) {
        TakeAnalyser analyser = new TakeAnalyser(Clip.SAMPLE_RATE, music, rules, 0);
        LiveMarks.OfTake shown = marks.take(music);
        for (int from = 0; from < sound.length; from += HOP) {
            int length = Math.min(HOP, sound.length - from);
            shown.add(analyser.accept(sound, from, length), (from + length) / RATE);
        }
        shown.end();
        return analyser.finish().score().verdicts();
    }

    /** What was shown while the takes went on. */
    LiveMarks marks() {
        return marks;
    }
}
