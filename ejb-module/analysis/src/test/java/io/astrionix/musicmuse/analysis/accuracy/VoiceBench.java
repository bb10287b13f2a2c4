package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.ClickTrack;
import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.Performance;
import io.astrionix.musicmuse.analysis.SungSound;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures what is heard of scales sung by made-up voices ({@link SungSound}) that slide and sway more and more:
 * {@code ./mvnw -Pbench -pl ejb-module/analysis -am test}. Writes the third table of docs/listening.md, and figures beside
 * it. Each singer makes no mistake, so every verdict but right is one of ours.
 */
public final class VoiceBench {

    private static final ScoringRules RULES = RuleBook.current(InputKind.VOICE, Strictness.STANDARD);
    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 11, 7, 5, 4, 2, 0, 0};

    /** From a bass to a soprano, with how often a second each sways, and at how many beats a minute. */
    private static final double[][] SINGERS = {{43, 5, 70}, {50, 6, 90}, {57, 6.5, 110}, {64, 7, 80}};

    private static final double[] SHARES = {0.8, 0.95};
    private static final double[][] VIBRATO_AND_SLIDE = {
        {0, 0}, {0, -100}, {0, -200}, {50, -100}, {75, -150}, {100, -200}
    };
    private static final double SLIDE_SECONDS = 0.1;
    private static final int PORTION = 960;

    private int notes;
    private int right;
    private int extras;
    private final List<Double> offCents = new ArrayList<>();

    private VoiceBench() {}

    /** Takes no arguments but the system properties {@code bench.docs} and {@code bench.figures}, where to write. */
    public static void main(String[] arguments) throws IOException {
        StringBuilder table = new StringBuilder("""
                | vibrato, slide from below | right verdicts | extra notes | cents off | heard as an instrument: right |
                |---|---|---|---|---|
                """);
        VoiceBench all = new VoiceBench();
        for (double[] manner : VIBRATO_AND_SLIDE) {
            VoiceBench voice = new VoiceBench();
            VoiceBench instrument = new VoiceBench();
            voice.listen(manner, SoundSource.VOICE);
            all.listen(manner, SoundSource.VOICE);
            instrument.listen(manner, SoundSource.INSTRUMENT);
            table.append(String.format(
                    Locale.ROOT,
                    "| %.0f cents up and down, %.0f cents | %.1f %% | %.1f %% | %.1f | %.1f %% |%n",
                    manner[0],
                    Math.abs(manner[1]),
                    voice.percent(voice.right),
                    voice.percent(voice.extras),
                    Scores.quantile(voice.offCents, 0.5),
                    instrument.percent(instrument.right)));
        }
        System.out.println(table);
        PageTable.write(Path.of(System.getProperty("bench.docs")), "measured voices", table.toString());
        Path figures = Path.of(System.getProperty("bench.figures"));
        new BenchFigure("voice-right-verdicts", all.percent(all.right), "%", ">= 75, aim 95").write(figures);
        new BenchFigure("voice-extra-notes", all.percent(all.extras), "% of notes", "<= 10, aim 2").write(figures);
        new BenchFigure("voice-cents-off", Scores.quantile(all.offCents, 0.5), "cents", "<= 5").write(figures);
    }

    private void listen(double[] vibratoAndSlide, SoundSource source) {
        for (double[] singer : SINGERS) {
            for (double share : SHARES) {
                int[] pitches =
                        IntStream.of(SCALE).map(step -> step + (int) singer[0]).toArray();
                List<ExpectedNote> music = Performance.music(singer[2], 1, pitches);
                short[] sound = new SungSound(vibratoAndSlide[0], singer[1], vibratoAndSlide[1], SLIDE_SECONDS)
                        .sing(Performance.of(music, share));
                count(judge(sound, music, source));
            }
        }
    }

    private static List<NoteVerdict> judge(short[] sound, List<ExpectedNote> music, SoundSource source) {
        TakeAnalyser take = new TakeAnalyser(
                Clip.SAMPLE_RATE,
                new TakeTerms(music, RULES, 0),
                new TakeSound(ConcertPitch.STANDARD, source, ClickTrack.NONE));
        for (int from = 0; from < sound.length; from += PORTION) {
            take.accept(sound, from, Math.min(PORTION, sound.length - from));
        }
        return take.finish().score().verdicts();
    }

    private void count(List<NoteVerdict> verdicts) {
        for (NoteVerdict verdict : verdicts) {
            if (verdict.verdict() == Verdict.EXTRA) {
                extras++;
                continue;
            }
            notes++;
            right += verdict.verdict() == Verdict.RIGHT ? 1 : 0;
            verdict.cents().ifPresent(cents -> offCents.add(Math.abs(cents)));
        }
    }

    private double percent(int count) {
        return 100.0 * count / notes;
    }
}
