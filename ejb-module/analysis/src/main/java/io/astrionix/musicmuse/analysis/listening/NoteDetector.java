package io.astrionix.musicmuse.analysis.listening;

import java.util.List;
import java.util.Optional;

/**
 * Finds the notes of one voice with two small networks: the quick one says what begins 48 ms after it began, the settled
 * one has the last word 128 ms after it. A third one follows the pitch.
 *
 * <p>Keeps state: one instance per stream, used by one thread at a time. The same sound gives the same notes to the bit.
 */
public final class NoteDetector {

    /** How many samples it takes in at a time. */
    public static final int HOP = PitchSpectrum.HOP;

    /** Frames by which the two networks may place the same onset apart. */
    private static final int SAME_ONSET = 7;

    private static final int APART = 10;

    /** Frames before an onset in which nothing of the new note sounds yet. */
    private static final int BEFORE_FRAMES = 4;

    /** The most that is said of a note that is not taken for one: the music may still know better. */
    private static final double DOUBTFUL = 0.49;

    /** What is said of a pitch that sounds though no attack of it was heard: only the music can make it a note. */
    private static final double WITHOUT_ATTACK = 0.45;

    /** Hops after the last sound until all is said about it, and thereby the longest delay of any note. */
    private static final int LAST_HOPS = 40;

    private static final Network QUICK = Network.read("onset-quick.txt");
    private static final Network SETTLED = Network.read("onset-settled.txt");
    private static final Network PITCH = Network.read("pitch.txt");

    private static final int[] PARTIALS = {0, 36, 57, 72, 84};
    private static final double SILENT_DB = 58;

    private final int sampleRate;
    private final SoundSource source;
    private final PitchSpectrum spectrum;
    private final OnsetNetwork quick;
    private final OnsetNetwork settled;
    private final PitchNow pitchNow;
    private final PitchTrack pitchTrack = new PitchTrack();
    private final Candidates candidates = new Candidates();
    private final LatestNotes notes = new LatestNotes();
    private int nextId;
    private long revision;

    /**
     * @param sampleRate samples per second, 44100 or 48000
     * @param source what makes the notes
     */
    public NoteDetector(int sampleRate, SoundSource source) {
        this.sampleRate = sampleRate;
        this.source = source;
        this.spectrum = new PitchSpectrum(sampleRate);
        this.quick = new OnsetNetwork(CandidateFeatures.quick(), QUICK.another());
        this.settled = new OnsetNetwork(CandidateFeatures.settled(), SETTLED.another());
        this.pitchNow = new PitchNow(PITCH.another());
    }

    /** Takes in the next {@value #HOP} samples, from -1 to 1; does not change them. */
    public void hear(float[] hop) {
        spectrum.add(hop);
        long now = spectrum.frames() - 1;
        candidates.find(spectrum, now, now - quick.lookAhead() - BEFORE_FRAMES);
        pitchNow.listen(spectrum, candidates.steps(), candidates.count());
        pitchTrack.add(pitchNow.frame(), pitchNow.step());
        if (quick.listen(spectrum, candidates.steps(), candidates.count())) {
            add(begun(quick, Network.probability(quick.foundOdds())));
        }
        boolean found = settled.listenAfter(quick, spectrum);
        settleThoseBefore(settled.latest() - APART);
        if (found) {
            addSettled();
        }
        followPitch();
        followSound();
        notes.putAway(now);
    }

    private SoundingNote begun(OnsetNetwork network, double evidence) {
        int step = network.foundStep();
        double onset = network.onset(network.foundFrame(), step);
        long sample = Math.max(0, Math.round((onset + 0.5) * HOP));
        return new SoundingNote(nextId++, network.foundFrame(), sample, step, evidence, source);
    }

    private void add(SoundingNote note) {
        measure(note);
        notes.insert(note);
        revision++;
    }

    /** The settled network has its last word on the notes that the quick one found. */
    private void settleThoseBefore(long frame) {
        List<SoundingNote> open = notes.open();
        for (int i = open.size() - 1; i >= 0; i--) {
            SoundingNote note = open.get(i);
            if (note.isSettled() || note.frame() > frame) {
                continue;
            }
            float odds = surest(note);
            if (odds < OnsetNetwork.WORTH && !note.isSustained()) {
                notes.remove(note);
            } else {
                double probability = Network.probability(odds);
                boolean outdone = notes.hasSurerBeside(note, APART);
                settle(note, outdone ? Math.min(DOUBTFUL, probability) : probability);
            }
            revision++;
        }
    }

    private float surest(SoundingNote note) {
        return settled.surest(note.frame() - SAME_ONSET, note.frame() + SAME_ONSET, note.step());
    }

    private void settle(SoundingNote note, double evidence) {
        note.settle(evidence);
        if (note.isCertain()) {
            notes.endThoseBefore(note);
        } else if (note.isLikely()) {
            notes.endOthersBefore(note);
        }
    }

    /** What only the settled network found. Where two notes begin almost at once, the surer one is it. */
    private void addSettled() {
        long frame = settled.foundFrame();
        if (notes.beside(frame, SAME_ONSET, settled.foundStep()).isPresent()) {
            return;
        }
        double evidence = Network.probability(settled.foundOdds());
        SoundingNote outdone = null;
        for (SoundingNote note : notes.open()) {
            if (note.isLikely() && Math.abs(note.frame() - frame) < APART) {
                float odds = surest(note);
                if (odds >= settled.foundOdds()) {
                    evidence = Math.min(DOUBTFUL, evidence);
                } else {
                    note.settle(Math.min(DOUBTFUL, Network.probability(odds)));
                    outdone = note;
                }
            }
        }
        SoundingNote note = begun(settled, evidence);
        if (outdone != null) {
            notes.moveEnds(outdone, note);
        }
        add(note);
        settle(note, evidence);
    }

    /** A pitch that sounds for a while without an attack of its own, as with slow bows and slurs, may be a note too. */
    private void followPitch() {
        if (!pitchTrack.goesOn() || notes.soundedAt(pitchTrack.began(), pitchNow.step())) {
            return;
        }
        long began = pitchTrack.began();
        SoundingNote note = notes.beside(began, APART, pitchNow.step()).orElseGet(() -> withoutAttack(began));
        note.sustain(WITHOUT_ATTACK);
        notes.endOthersBefore(note);
        revision++;
    }

    private SoundingNote withoutAttack(long began) {
        var note = new SoundingNote(nextId++, began, Math.max(0, began * HOP), pitchNow.step(), WITHOUT_ATTACK, source);
        add(note);
        return note;
    }

    private void followSound() {
        long end = spectrum.frames() * HOP;
        float[] picture = spectrum.picture(spectrum.frames() - 1);
        for (SoundingNote note : notes.open()) {
            if (note.isEnded()) {
                continue;
            }
            float loudest = loudness(picture, note.step());
            long delay = HOP * (long) spectrum.delayFrames(note.step()) * 3 / 2;
            note.hear(loudest, end, delay);
            if (!note.isEnded() && loudest < spectrum.reference() - SILENT_DB) {
                note.end(end - delay);
            }
            if (!note.isEnded() && spectrum.frames() % 2 == 0) {
                measure(note);
            }
        }
    }

    /** The loudest partial of a pitch, in dB. */
    private static float loudness(float[] picture, int step) {
        float loudest = PitchSpectrum.QUIETEST_DB;
        for (int partial : PARTIALS) {
            for (int at = step + partial - 1; at <= step + partial + 1; at++) {
                if (at < PitchSpectrum.STEPS) {
                    loudest = Math.max(loudest, picture[at]);
                }
            }
        }
        return loudest;
    }

    private void measure(SoundingNote note) {
        if (source == SoundSource.VOICE) {
            if (pitchNow.isPitched()) {
                note.follow(pitchNow.step(), PitchEstimate.midi(pitchNow.hertz()), spectrum.frames() - 1);
            }
            return;
        }
        double hertz = spectrum.refine(PitchSpectrum.hertz(note.step()));
        note.measure(PitchEstimate.midi(hertz), spectrum.frames() - 1);
    }

    /** Ends the stream: decides what still waits for more sound. */
    public void finish() {
        float[] silence = new float[HOP];
        for (int i = 0; i < LAST_HOPS; i++) {
            hear(silence);
        }
    }

    /** The notes found so far, in the order of time. A later call may return other values for the latest notes. */
    public List<HeardNote> notes() {
        return notes.after(0);
    }

    /** The notes found so far but so many of the first. */
    public List<HeardNote> notesAfter(int first) {
        return notes.after(first);
    }

    /** How many of the first notes stay as they are, whatever comes. */
    public int notesOver() {
        return notes.over();
    }

    /** Counts the changes of {@link #notes()}: as long as it is the same, no note has come, gone or become certain. */
    public long revision() {
        return revision;
    }

    /** The longest time from the beginning of a note until it is found, in seconds. */
    public double longestDelaySeconds() {
        return (double) LAST_HOPS * HOP / sampleRate;
    }

    /** The pitch of this moment; empty where none is heard. */
    public Optional<PitchEstimate> pitch() {
        return pitchNow.isPitched()
                ? Optional.of(new PitchEstimate(pitchNow.hertz(), pitchNow.confidence()))
                : Optional.empty();
    }
}
