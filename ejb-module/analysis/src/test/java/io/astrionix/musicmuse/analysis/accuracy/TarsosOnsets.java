package io.astrionix.musicmuse.analysis.accuracy;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.AudioProcessor;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.onsets.ComplexOnsetDetector;
import be.tarsos.dsp.onsets.OnsetDetector;
import be.tarsos.dsp.onsets.PercussionOnsetDetector;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * TarsosDSP's onset detectors with those of their settings that were best on drums of another sound font; their own
 * settings are of no use. They do not know when they were told what, so how late they say it is not compared.
 */
final class TarsosOnsets implements Listener {

    private static final int WINDOW = 1024;
    private static final double SENSITIVITY = 92;
    private static final double RISE_DB = 10;
    private static final double PEAK = 0.2;
    private static final double APART_SECONDS = 0.05;

    /** Off: the detector's own threshold of silence is 30 dB too high. */
    private static final double SILENCE_DB = -140;

    private final String name;
    private final int hop;
    private final Supplier<OnsetDetector> detectors;

    private TarsosOnsets(String name, int hop, Supplier<OnsetDetector> detectors) {
        this.name = name;
        this.hop = hop;
        this.detectors = detectors;
    }

    /** It overwrites what it is given, so its windows do not overlap. */
    static TarsosOnsets percussion() {
        return new TarsosOnsets(
                "TarsosDSP percussion onsets",
                WINDOW,
                () -> new PercussionOnsetDetector(Clip.SAMPLE_RATE, WINDOW, (t, s) -> {}, SENSITIVITY, RISE_DB));
    }

    static TarsosOnsets complex() {
        return new TarsosOnsets(
                "TarsosDSP complex domain",
                WINDOW / 2,
                () -> new ComplexOnsetDetector(WINDOW, PEAK, APART_SECONDS, SILENCE_DB));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Said listen(short[] sound) {
        OnsetDetector detector = detectors.get();
        List<SaidNote> said = new ArrayList<>();
        double[] now = new double[1];
        detector.setHandler((time, salience) -> said.add(new SaidNote(now[0], 0, Double.NaN)));
        AudioEvent event = new AudioEvent(new TarsosDSPAudioFormat(Clip.SAMPLE_RATE, Short.SIZE, 1, true, false));
        event.setOverlap(WINDOW - hop);
        for (int from = 0; from + WINDOW <= sound.length; from += hop) {
            float[] window = new float[WINDOW];
            for (int i = 0; i < WINDOW; i++) {
                window[i] = sound[from + i] / 32_768f;
            }
            event.setFloatBuffer(window);
            event.setBytesProcessed(Short.BYTES * (long) from);
            now[0] = (double) from / Clip.SAMPLE_RATE;
            ((AudioProcessor) detector).process(event);
        }
        return new Said(said, List.of());
    }
}
