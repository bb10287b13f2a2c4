package io.astrionix.musicmuse.analysis.accuracy;

import be.tarsos.dsp.pitch.FastYin;
import be.tarsos.dsp.pitch.PitchDetectionResult;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.util.ArrayList;
import java.util.List;

/** TarsosDSP's fast YIN with windows of 2048 samples; of its detectors it hears these sounds best. */
final class TarsosYin implements Listener {

    private static final int WINDOW = 2048;
    private static final int HOP = 512;
    private static final double RATE = Clip.SAMPLE_RATE;

    @Override
    public String name() {
        return "TarsosDSP fast YIN, pitch steps";
    }

    @Override
    public Said listen(short[] sound) {
        FastYin yin = new FastYin(Clip.SAMPLE_RATE, WINDOW);
        float[] window = new float[WINDOW];
        List<SaidPitch> pitches = new ArrayList<>();
        for (int from = 0; from + WINDOW <= sound.length; from += HOP) {
            for (int i = 0; i < WINDOW; i++) {
                window[i] = sound[from + i] / 32_768f;
            }
            PitchDetectionResult heard = yin.getPitch(window);
            double hertz = heard.isPitched() ? heard.getPitch() : 0;
            pitches.add(new SaidPitch((from + WINDOW / 2.0) / RATE, SaidPitch.midi(hertz)));
        }
        return new Said(PitchSteps.notes(pitches, WINDOW / 2.0 / RATE), pitches);
    }
}
