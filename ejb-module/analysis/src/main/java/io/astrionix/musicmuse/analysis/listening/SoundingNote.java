package io.astrionix.musicmuse.analysis.listening;

/** A note that was found, and what is measured of it while it sounds. */
final class SoundingNote {

    /** As many measurements of its pitch as are made. */
    private static final int MEMORY = 256;

    /** Frames from its onset until the sound of the attack is out of every window. */
    private static final int ATTACK_FRAMES = 14;

    /** A voice is where it wants to be 0.2 s after its onset; until then it may move by 2.3 semitones at once ... */
    private static final int SLIDE_FRAMES = 40;

    private static final int SLIDE_STEPS = 7;

    /** ... and sways by 1.7 semitones at most from then on. */
    private static final int SWAY_STEPS = 5;

    private static final double FALLEN_DB = 26;
    private static final int FALLEN_FRAMES = 5;

    private final int id;
    private long frame;
    private long onsetSample;
    private int step;
    private final double[] pitches = new double[MEMORY];
    private final PitchCentre centre;
    private int count;
    private boolean attackIsOver;
    private double evidence;
    private double leastEvidence;
    private boolean settled;
    private long endSample;
    private boolean ended;
    private float loudest = PitchSpectrum.QUIETEST_DB;
    private int fallen;

    SoundingNote(int id, long frame, long onsetSample, int step, double evidence, SoundSource source) {
        this.id = id;
        this.frame = frame;
        this.onsetSample = onsetSample;
        this.endSample = onsetSample;
        this.step = step;
        this.evidence = evidence;
        this.centre = new PitchCentre(MEMORY, source.widestVibrato());
    }

    int id() {
        return id;
    }

    long frame() {
        return frame;
    }

    long onsetSample() {
        return onsetSample;
    }

    int step() {
        return step;
    }

    /** Places its onset anew, a few frames from where it was first heard. */
    void move(long toFrame, long toSample, int toStep) {
        frame = toFrame;
        onsetSample = toSample;
        step = toStep;
    }

    boolean isLikely() {
        return evidence >= HeardNote.LIKELY;
    }

    boolean isCertain() {
        return evidence >= HeardNote.CERTAIN;
    }

    /** Its pitch is heard to sound on, however it began: it is never less probable than that. */
    void sustain(double least) {
        leastEvidence = least;
        evidence = Math.max(evidence, least);
    }

    boolean isSustained() {
        return leastEvidence > 0;
    }

    /** It is at least so probable, as far as is known until it is settled. */
    void raise(double least) {
        evidence = Math.max(evidence, least);
    }

    void settle(double newEvidence) {
        evidence = Math.max(leastEvidence, newEvidence);
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isEnded() {
        return ended;
    }

    long endSample() {
        return endSample;
    }

    void end(long sample) {
        ended = true;
        endSample = Math.max(onsetSample, sample);
    }

    /** Takes in its pitch of this moment. */
    void measure(PitchSpectrum spectrum) {
        double hertz = spectrum.refine(PitchSpectrum.hertz(step));
        measure(PitchEstimate.midi(hertz), spectrum.frames() - 1);
    }

    /** Takes in its pitch of this moment, as a fractional MIDI note number. */
    void measure(double midi, long atFrame) {
        if (!attackIsOver && atFrame >= frame + ATTACK_FRAMES) {
            attackIsOver = true;
            count = 0;
        }
        if (count < MEMORY) {
            pitches[count] = midi;
            count++;
        }
    }

    /**
     * Takes in the pitch that sounds at this moment, if it can be this note's: while a voice slides into a note, that is
     * where it has come to; later only what sways around there.
     *
     * @param soundingStep as a step of the {@link PitchSpectrum}
     * @param midi the same, more exactly, as a fractional MIDI note number
     */
    void follow(int soundingStep, double midi, long atFrame) {
        boolean slides = atFrame < frame + SLIDE_FRAMES;
        if (Math.abs(soundingStep - step) > (slides ? SLIDE_STEPS : SWAY_STEPS)) {
            return;
        }
        if (slides) {
            step = soundingStep;
        }
        measure(midi, atFrame);
    }

    /**
     * Takes in how loud it is, in dB; ends it where it has died away.
     *
     * @param sample samples heard up to now
     * @param delay how many samples ago that loudness fell which is seen to fall now
     */
    void hear(float decibel, long sample, long delay) {
        loudest = Math.max(loudest, decibel);
        fallen = decibel < loudest - FALLEN_DB ? fallen + 1 : 0;
        endSample = sample;
        if (fallen >= FALLEN_FRAMES) {
            end(sample - FALLEN_FRAMES * (long) PitchSpectrum.HOP - delay);
        }
    }

    /** Its pitch, as a fractional MIDI note number. */
    double midi() {
        return count == 0 ? PitchSpectrum.midi(step) : centre.of(pitches, count);
    }

    HeardNote heard() {
        return new HeardNote(id, onsetSample, endSample, midi(), evidence);
    }
}
