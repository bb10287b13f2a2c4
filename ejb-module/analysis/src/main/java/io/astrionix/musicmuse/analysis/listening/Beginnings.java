package io.astrionix.musicmuse.analysis.listening;

import java.util.List;
import java.util.Optional;

/**
 * Decides which notes begin, by three networks that are asked one after the other: the quick one finds them 48 ms after
 * they began, the middle one, 80 ms after, says those that the quick one doubted, and the settled one has the last word
 * 128 ms after. What each of them makes of the notes is written into {@link LatestNotes}.
 */
final class Beginnings {

    /** Frames between which two notes never begin. */
    static final int APART = 10;

    /** Frames by which the networks may place the same onset apart. */
    private static final int SAME_ONSET = 7;

    /** The most that is said of a note that is not taken for one: the music may still know better. */
    private static final double DOUBTFUL = 0.49;

    /** What the quick network must give a note for it to be said at once. */
    private static final double SAID_AT_ONCE = 0.6;

    /**
     * What the quick and the middle network together must give a note for it to be said without waiting for the settled
     * one, which lets six of ten of these stand.
     */
    private static final double WORTH_SAYING = 0.2;

    /** Frames that the settled network waits for something surer. */
    private static final int WELL_CONSIDERED = 2;

    private static final Network QUICK = Network.read("onset-quick.txt");
    private static final Network MIDDLE = Network.read("onset-middle.txt");
    private static final Network SETTLED = Network.read("onset-settled.txt");

    private final PitchSpectrum spectrum;
    private final LatestNotes notes;
    private final OnsetNetwork quick = new OnsetNetwork(CandidateFeatures.quick(), QUICK.another(), 0);
    private final OnsetNetwork middle = new OnsetNetwork(CandidateFeatures.middle(), MIDDLE.another(), 0);
    private final OnsetNetwork settled =
            new OnsetNetwork(CandidateFeatures.settled(), SETTLED.another(), WELL_CONSIDERED);

    Beginnings(PitchSpectrum spectrum, LatestNotes notes) {
        this.spectrum = spectrum;
        this.notes = notes;
    }

    /** How many frames after an onset it is first asked about. */
    int lookAhead() {
        return quick.lookAhead();
    }

    /** Takes in the pitches that have come in or sound at the latest frame. */
    void listen(Candidates candidates) {
        if (quick.listen(spectrum, candidates.steps(), candidates.count())) {
            addQuick();
        }
        if (middle.listenAfter(quick, spectrum)) {
            addMiddle();
        }
        sayThoseWorthIt();
        boolean found = settled.listenAfter(quick, spectrum);
        settleThoseBefore(settled.latest() - APART);
        if (found) {
            addSettled();
        }
    }

    /** The quick network speaks again while it becomes surer of an onset: that is still one note. */
    private void addQuick() {
        double probability = Network.probability(quick.foundOdds());
        double evidence = probability < SAID_AT_ONCE ? Math.min(DOUBTFUL, probability) : probability;
        Optional<SoundingNote> same = beside(quick).filter(note -> !note.isSettled() && !note.isSustained());
        if (same.isPresent()) {
            notes.move(same.get(), quick.foundFrame(), onsetSample(quick), quick.foundStep());
            same.get().raise(evidence);
        } else {
            add(quick, evidence);
        }
    }

    private void addMiddle() {
        double evidence = Network.probability(middle.foundOdds());
        if (evidence >= WORTH_SAYING && beside(middle).isEmpty()) {
            add(middle, Math.min(DOUBTFUL, evidence));
        }
    }

    private Optional<SoundingNote> beside(OnsetNetwork network) {
        return notes.beside(network.foundFrame(), SAME_ONSET, network.foundStep());
    }

    private SoundingNote add(OnsetNetwork network, double evidence) {
        return notes.begin(network.foundFrame(), onsetSample(network), network.foundStep(), evidence, spectrum);
    }

    private static long onsetSample(OnsetNetwork network) {
        double onset = network.onset(network.foundFrame(), network.foundStep());
        return Math.max(0, Math.round((onset + 0.5) * PitchSpectrum.HOP));
    }

    /** Makes likely what the middle network does not leave in doubt. */
    private void sayThoseWorthIt() {
        for (SoundingNote note : notes.open()) {
            if (note.isSettled() || note.isLikely()) {
                continue;
            }
            double odds = (surest(middle, note) + surest(quick, note)) / 2;
            if (Network.probability(odds) >= WORTH_SAYING && !isOutdone(note, middle)) {
                note.raise(Math.max(HeardNote.LIKELY, Network.probability(odds)));
                notes.changed();
            }
        }
    }

    /** One voice: of what begins almost at once only that is a note of which the network is surest. */
    private boolean isOutdone(SoundingNote note, OnsetNetwork network) {
        float odds = surest(network, note);
        for (SoundingNote other : notes.open()) {
            if (other != note && Math.abs(other.frame() - note.frame()) < APART) {
                float others = surest(network, other);
                if (others > odds || (others == odds && other.id() < note.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The settled network has its last word on the notes that were found before it. */
    private void settleThoseBefore(long frame) {
        List<SoundingNote> open = notes.open();
        for (int i = open.size() - 1; i >= 0; i--) {
            SoundingNote note = open.get(i);
            if (note.isSettled() || note.frame() > frame) {
                continue;
            }
            float odds = surest(settled, note);
            if (odds < OnsetNetwork.WORTH && !note.isSustained()) {
                notes.remove(note);
            } else {
                double probability = Network.probability(odds);
                settle(note, isOutdone(note, settled) ? Math.min(DOUBTFUL, probability) : probability);
            }
            notes.changed();
        }
    }

    private static float surest(OnsetNetwork network, SoundingNote note) {
        return network.surest(note.frame() - SAME_ONSET, note.frame() + SAME_ONSET, note.step());
    }

    private void settle(SoundingNote note, double evidence) {
        note.settle(evidence);
        if (note.isCertain()) {
            notes.endThoseBefore(note);
        } else if (note.isLikely()) {
            notes.endOthersBefore(note);
        }
    }

    /** What the settled network found: a note that still waits for it, or another one. */
    private void addSettled() {
        Optional<SoundingNote> known = beside(settled);
        if (known.isPresent()) {
            confirm(known.get(), Network.probability(settled.foundOdds()));
        } else {
            addMissed();
        }
    }

    /** It is likely already; how likely is said when all is known of what begins beside it. */
    private void confirm(SoundingNote note, double evidence) {
        if (!note.isSettled() && evidence >= HeardNote.LIKELY && !isOutdone(note, settled)) {
            note.raise(evidence);
            notes.changed();
        }
    }

    /** What only the settled network found. Where two notes begin almost at once, the surer one is it. */
    private void addMissed() {
        double evidence = Network.probability(settled.foundOdds());
        SoundingNote outdone = null;
        for (SoundingNote note : notes.open()) {
            if (note.isLikely() && Math.abs(note.frame() - settled.foundFrame()) < APART) {
                float odds = surest(settled, note);
                if (odds >= settled.foundOdds()) {
                    evidence = Math.min(DOUBTFUL, evidence);
                } else {
                    note.settle(Math.min(DOUBTFUL, Network.probability(odds)));
                    outdone = note;
                }
            }
        }
        SoundingNote note = add(settled, evidence);
        if (outdone != null) {
            notes.moveEnds(outdone, note);
        }
        settle(note, evidence);
    }
}
