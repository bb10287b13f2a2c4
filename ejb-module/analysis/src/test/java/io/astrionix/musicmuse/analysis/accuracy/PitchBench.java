package io.astrionix.musicmuse.analysis.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how exactly the listeners hear the pitch of each moment of {@link ExactTones}: {@code ./mvnw -Pbench -pl
 * ejb-module/analysis -am test}. Writes a table of docs/listening.md, and figures beside it. System properties: {@code
 * bench.seed} decides what is played, {@code bench.docs} and {@code bench.figures} where to write.
 */
public final class PitchBench {

    private static final int CLIPS = 4;

    private final Listener listener;
    private final PitchScores all = new PitchScores();
    private final Map<ExactTones.Manner, PitchScores> manners = new EnumMap<>(ExactTones.Manner.class);

    private PitchBench(Listener listener) {
        this.listener = listener;
        for (ExactTones.Manner manner : ExactTones.Manner.values()) {
            manners.put(manner, new PitchScores());
        }
    }

    /** Takes no arguments but the system properties. */
    public static void main(String[] arguments) throws IOException {
        PitchBench ours = new PitchBench(new OurEar());
        List<PitchBench> benches = new ArrayList<>(List.of(ours, new PitchBench(new TarsosYin())));
        if (Aubio.isInstalled()) {
            benches.add(new PitchBench(new Aubio()));
        }
        StringBuilder table = new StringBuilder("""
                | | within 50 / 10 cents | cents off, median / p95 | steps, to 10 cents | vibrato, to 10 cents | glides, to 10 cents |
                |---|---|---|---|---|---|
                """);
        for (PitchBench bench : benches) {
            bench.listen(Long.getLong("bench.seed", 4711));
            table.append(bench.row());
        }
        System.out.println(table);
        PageTable.write(Path.of(System.getProperty("bench.docs")), "measured pitch", table.toString());
        ours.writeFigures(Path.of(System.getProperty("bench.figures")));
    }

    private void listen(long seed) throws IOException {
        for (ExactTones.Timbre timbre : ExactTones.Timbre.values()) {
            for (ExactTones.Manner manner : ExactTones.Manner.values()) {
                for (int clip = 0; clip < CLIPS; clip++) {
                    ExactTones tones = ExactTones.of(timbre, manner, seed + clip);
                    List<SaidPitch> heard = listener.listen(tones.sound()).pitches();
                    all.add(tones, heard);
                    manners.get(manner).add(tones, heard);
                }
            }
        }
    }

    private String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f / %.1f %% | %.2f / %.1f | %.1f %% | %.1f %% | %.1f %% |%n",
                listener.name(),
                all.rightPercent(),
                all.precisePercent(),
                all.cents(0.5),
                all.cents(0.95),
                manners.get(ExactTones.Manner.STEPS).precisePercent(),
                manners.get(ExactTones.Manner.VIBRATO).precisePercent(),
                manners.get(ExactTones.Manner.GLIDES).precisePercent());
    }

    private void writeFigures(Path folder) throws IOException {
        new BenchFigure("pitch-within-50-cents", all.rightPercent(), "% of moments", ">= 96.9").write(folder);
        new BenchFigure("pitch-within-10-cents", all.precisePercent(), "% of moments", ">= 97, aim 98").write(folder);
        new BenchFigure("pitch-cents-off-p50", all.cents(0.5), "cents", "<= 0.15, aim 0.1").write(folder);
        new BenchFigure("pitch-cents-off-p95", all.cents(0.95), "cents", "<= 4, aim 3").write(folder);
    }
}
