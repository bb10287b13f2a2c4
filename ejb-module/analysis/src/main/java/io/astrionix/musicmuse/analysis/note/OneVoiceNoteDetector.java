package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Notes from stable stretches of pitch. A stretch with another pitch than the note before is a new note; while it is
 * short it is doubtful, for two sounds may mix for a moment. A stretch with the same pitch is a new note when the sound
 * was disturbed before it and its level jumped or dipped far: a vibrato or the click of a metronome does not do that. A
 * smaller disturbance, or a level that fell, makes a doubtful note beside the one that goes on.
 *
 * <p>The numbers were found by listening to sampled instruments (the tests have ten); none of them is a musical rule.
 */
final class OneVoiceNoteDetector implements NoteDetector {

    private static final int HISTORY = 96;
    /** Samples to look back for the beginning of a note. */
    private static final int LOOK_BACK = 14_336;
    /** A stretch this many frames long is a note. */
    private static final int STABLE_FRAMES = 5;
    /** Octaves and twelfths are what pitch estimators get wrong: they must last longer. */
    private static final int STABLE_FRAMES_OF_OVERTONE = 10;

    private static final int STABLE_FRAMES_OF_UNDERTONE = 22;

    private static final double SAME_PITCH = 0.7;
    private static final double STABLE_STEP = 0.4;
    private static final double STEADY = 0.4;
    private static final double STABLE_ROUGHNESS = 0.2;
    private static final double SHORTEST_SECONDS = 0.055;
    private static final double SHORTEST_GAP_SECONDS = 0.08;
    private static final double CLOSE_SECONDS = 0.4;
    /** A new note may sound so long before it disturbs the one that rings on. */
    private static final double UNNOTICED_SECONDS = 0.06;

    private static final double TAIL_DB = 30;
    /** A sound that has fallen so much already was a click. */
    private static final double STILL_THERE_DB = 12;

    private static final double GATE_SLACK_DB = 1;
    private static final double RISE_DB = 6;
    /** The beginning of a note swells and jumps: so soon after it another of its pitch is at most likely. */
    private static final double CERTAIN_GAP_SECONDS = 0.25;

    private static final double LIKELY = 0.9;
    private static final double LONGEST_DELAY_SECONDS = 0.25;
    /** So many frames tell the pitch of a note. */
    private static final int ENOUGH_FRAMES = 40;

    private final int sampleRate;
    private final int hop;
    private final double gateDbfs;
    private final FrameAnalysis analysis;
    private final History history = new History(HISTORY);
    private final OnsetFinder onsets = new OnsetFinder(history);
    private final List<HeardNote> notes = new ArrayList<>();
    private final double[] stretch = new double[HISTORY];
    private int stretchLength;
    private final Disturbance disturbance = new Disturbance(history);
    private final Newcomer newcomer;
    private OpenNote open;
    private OpenNote repeat;
    private int nextId;
    private double openPeak;
    private double lastPitch;
    private long lastBelonging;
    private long lastCalmSample;
    private long revision;

    OneVoiceNoteDetector(int sampleRate, int hop, double gateDbfs, FrameAnalysis analysis) {
        this.gateDbfs = gateDbfs;
        this.sampleRate = sampleRate;
        this.hop = hop;
        this.analysis = analysis;
        this.newcomer = new Newcomer(sampleRate, hop);
    }

    @Override
    public int hopLength() {
        return hop;
    }

    @Override
    public int windowLength() {
        return Math.max(LOOK_BACK, analysis.windowLength());
    }

    @Override
    public void hear(float[] window, long endSample) {
        Frame frame = analysis.look(window, endSample);
        history.add(frame);
        follow(frame);
        if (open != null) {
            continueNote(frame);
        }
        if (stretchLength > 0) {
            considerNewNote(frame, window);
        }
    }

    private void follow(Frame frame) {
        boolean stable = frame.isPitched() && frame.roughness() < STABLE_ROUGHNESS;
        if (!stable) {
            stretchLength = 0;
            return;
        }
        if (stretchLength > 0 && Math.abs(frame.midi() - lastPitch) > STABLE_STEP) {
            stretchLength = 0;
        }
        stretch[stretchLength % stretch.length] = frame.midi();
        stretchLength++;
        lastPitch = frame.midi();
    }

    private void continueNote(Frame frame) {
        boolean belongs = frame.isPitched() && Math.abs(frame.midi() - open.midi()) < SAME_PITCH;
        boolean calm = belongs && disturbance.isCalm(frame, open.roughness());
        disturbance.add(calm);
        if (calm) {
            lastCalmSample = frame.endSample();
        }
        openPeak = Math.max(openPeak, frame.level());
        if (belongs) {
            lastBelonging = history.latest();
            boolean goesOn = repeat == null || open.length() < ENOUGH_FRAMES;
            if (goesOn) {
                keepUp(open, frame, calm);
            }
            if (repeat != null) {
                keepUp(repeat, frame, calm);
            }
        }
        if ((history.latest() - lastBelonging) * hop > CLOSE_SECONDS * sampleRate
                || frame.level() < openPeak - TAIL_DB
                || frame.level() < gateDbfs - GATE_SLACK_DB) {
            close();
        }
    }

    private void close() {
        revision++;
        open = null;
        repeat = null;
    }

    private void considerNewNote(Frame frame, float[] window) {
        if (open == null) {
            if (stretchLength >= STABLE_FRAMES && onsets.hasRisen(history.latest() - HISTORY / 2, RISE_DB)) {
                begin(frame, onsets.after(lastBelonging));
            }
            return;
        }
        double step = stretchPitch() - open.midi();
        if (Math.abs(step) < SAME_PITCH) {
            considerRepeat(frame);
            return;
        }
        int needed = STABLE_FRAMES;
        if (isOvertone(Math.abs(step))) {
            needed = step > 0 ? STABLE_FRAMES_OF_OVERTONE : STABLE_FRAMES_OF_UNDERTONE;
        }
        if (stretchLength >= needed
                && isSteady()
                && !onsets.isFading()
                && !newcomer.isPhantom(stretchPitch(), open.midi(), window)) {
            begin(frame, onsetOfNewPitch(frame, window));
        }
    }

    private long onsetOfNewPitch(Frame frame, float[] window) {
        OptionalInt age = newcomer.ageInSamples(stretchPitch(), open.midi(), window);
        if (age.isEmpty()) {
            return onsets.afterDisturbance(disturbance.start(history.latest() - STABLE_FRAMES + 1));
        }
        // The vibrato of the note before may reach the partials of the new one, but leaves its own sound calm.
        long earliest = lastCalmSample - (long) (UNNOTICED_SECONDS * sampleRate);
        return Math.max(Math.max(0, earliest), frame.endSample() - age.getAsInt());
    }

    private void considerRepeat(Frame frame) {
        long began = disturbance.over();
        if (began < 0) {
            began = onsets.fall();
        }
        if (began < 0) {
            return;
        }
        double evidence = disturbance.evidenceOfReattack(began, open.roughness());
        long onset = onsets.afterDisturbance(began);
        disturbance.clear();
        OpenNote before = repeat == null ? open : repeat;
        double gap = (double) (onset - before.onsetSample()) / sampleRate;
        if (gap < SHORTEST_GAP_SECONDS) {
            return;
        }
        OpenNote next =
                new OpenNote(nextId++, onset, gap < CERTAIN_GAP_SECONDS ? Math.min(LIKELY, evidence) : evidence);
        if (next.evidence() >= HeardNote.CERTAIN) {
            open = next;
            repeat = null;
        } else {
            repeat = next;
        }
        start(next, frame);
    }

    /** Whether one of two pitches so far apart, in semitones, is a partial of the other. */
    private static boolean isOvertone(double step) {
        double multiple = Math.pow(2, step / 12);
        double nearest = Math.rint(multiple);
        return nearest >= 2 && Math.abs(12 * Math.log(multiple / nearest) / Math.log(2)) < 0.5;
    }

    private void begin(Frame frame, long onset) {
        if (frame.endSample() - onset < SHORTEST_SECONDS * sampleRate
                || frame.fineLevel() < onsets.peakSince(onset, hop) - STILL_THERE_DB) {
            return;
        }
        long from = onset;
        int id = nextId++;
        if (open != null && onset - open.onsetSample() < SHORTEST_GAP_SECONDS * sampleRate) {
            // What sounded so shortly was the noise of the attack, not a note.
            from = open.onsetSample();
            notes.removeIf(note -> note.id() >= open.id());
        }
        long earliest = from - (long) (SHORTEST_GAP_SECONDS * sampleRate);
        notes.removeIf(note -> !note.isCertain() && note.onsetSample() > earliest);
        open = new OpenNote(id, from, HeardNote.CERTAIN);
        repeat = null;
        start(open, frame);
    }

    private void start(OpenNote note, Frame frame) {
        for (double midi : latestOfStretch()) {
            note.add(midi);
        }
        openPeak = onsets.peakSince(note.onsetSample(), hop);
        lastBelonging = history.latest();
        disturbance.clear();
        notes.add(note.until(frame.endSample()));
        revision++;
    }

    private void keepUp(OpenNote note, Frame frame, boolean calm) {
        note.hear(frame.roughness(), calm);
        if (calm) {
            note.add(frame.midi());
        }
        for (int i = notes.size() - 1; i >= 0; i--) {
            if (notes.get(i).id() == note.id()) {
                notes.set(i, note.until(frame.endSample()));
                break;
            }
        }
        if (note.hasNews()) {
            revision++;
        }
    }

    /** The latest frames of the stretch, lowest pitch first. */
    private double[] latestOfStretch() {
        double[] values = new double[Math.min(stretchLength, STABLE_FRAMES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = stretch[(stretchLength - 1 - i) % stretch.length];
        }
        Arrays.sort(values);
        return values;
    }

    private double stretchPitch() {
        double[] values = latestOfStretch();
        return values[values.length / 2];
    }

    private boolean isSteady() {
        double[] values = latestOfStretch();
        return values[values.length - 1] - values[0] < STEADY;
    }

    @Override
    public void finish() {
        if (open != null) {
            close();
        }
    }

    @Override
    public List<HeardNote> notes() {
        return List.copyOf(notes);
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public double longestDelaySeconds() {
        return LONGEST_DELAY_SECONDS;
    }

    @Override
    public Optional<PitchEstimate> pitch() {
        return analysis.pitch();
    }
}
