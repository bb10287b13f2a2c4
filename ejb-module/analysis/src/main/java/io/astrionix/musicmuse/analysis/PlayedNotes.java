package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides which of the notes heard count as played, and asks the music where the sound alone does not tell. What was heard
 * for an expected note is the note of its pitch, near its time, that is best in evidence and time, however doubtful. A
 * likely note that is another one is wrong or extra; but where it is only likely, or begins at the pitch that was sounding,
 * it is more probable that the note before goes on (a vibrato, a bow that presses) than that a note was played which the
 * music does not have. So it is never extra.
 */
final class PlayedNotes {

    private static final double SAME_MOMENT_SECONDS = 0.055;

    /** Evidence that a doubtful note needs where a likely one of another pitch begins at the same moment. */
    private static final double WORTH_BESIDE = 0.2;

    /** How many notes of the list on either side can have to do with one. */
    private static final int NEAR = 16;

    /** Nobody plays the same note twice within this time. */
    private static final double SHORTEST_SECONDS = 0.1;

    /**
     * Evidence of a note that tells where somebody is who takes an own tempo: there a soft attack that is passed over takes
     * the notes around it with it.
     */
    private static final double WORTH_FOLLOWING = 0.1;

    private final ScoringRules rules;
    private final int sampleRate;
    private final double latencySeconds;
    private final double listenFromSeconds;
    private final double followedFrom;
    private final ConcertPitch concertPitch;
    private final MetronomeLeak metronome;

    /**
     * @param terms what the take is judged by; what began before it is to be listened to is trying out, and no part of it
     * @param sound its concert pitch says which note a pitch is; its clicks are no note of the player where the music does not
     *     have it
     */
    PlayedNotes(TakeTerms terms, int sampleRate, TakeSound sound) {
        this.rules = terms.rules();
        this.sampleRate = sampleRate;
        this.latencySeconds = terms.latencySeconds();
        this.listenFromSeconds = terms.listenFromSeconds();
        this.followedFrom = terms.pace() instanceof Pace.Own ? WORTH_FOLLOWING : HeardNote.LIKELY;
        this.concertPitch = sound.concertPitch();
        this.metronome = new MetronomeLeak(sound.clicks(), concertPitch);
    }

    /**
     * The notes that count as played, with their times less the latency.
     *
     * @param sounds what was heard, in the order of time
     * @param music the notes they may have been meant as, in ascending order of start
     */
    List<PlayedNote> of(List<HeardNote> sounds, List<ExpectedNote> music) {
        Intentions intentions = new Intentions(music, rules);
        List<HeardNote> heard =
                sounds.stream().filter(note -> !isClick(note, intentions)).toList();
        Set<Integer> chosen = chosen(heard, intentions);
        Set<Integer> unsure = unsure(heard);
        List<PlayedNote> played = new ArrayList<>();
        List<PlayedNote> settled = new ArrayList<>();
        Set<Integer> goOn = new HashSet<>();
        for (int i = 0; i < heard.size(); i++) {
            HeardNote note = heard.get(i);
            boolean isTakenForNote =
                    chosen.contains(note.id()) || (note.isLikely() && !isBesideChosen(heard, i, chosen));
            if (!isTakenForNote || onset(note) < listenFromSeconds) {
                continue;
            }
            PlayedNote one = played(note);
            played.add(one);
            if (unsure.contains(one.id())
                    && !chosen.contains(one.id())
                    && !intentions.of(one).isEmpty()) {
                goOn.add(one.id());
            } else {
                settled.add(one);
            }
        }
        unsure.retainAll(Scorer.extras(music, settled, rules));
        goOn.addAll(unsure);
        return oneVoice(GoingOn.joined(played, goOn));
    }

    /**
     * The notes that tell where the player is, but for those that sound like a click of the metronome, and doubtful ones at the
     * pitch that sounds already: that would be the next one where the music has it twice.
     */
    List<PlayedNote> followed(List<HeardNote> heard) {
        List<HeardNote> worthIt =
                heard.stream().filter(note -> note.evidence() >= followedFrom).toList();
        List<PlayedNote> followed = new ArrayList<>();
        for (int i = 0; i < worthIt.size(); i++) {
            HeardNote note = worthIt.get(i);
            PlayedNote one = played(note);
            if (onset(note) >= listenFromSeconds
                    && (note.isLikely() || !mayGoOn(worthIt, i))
                    && !metronome.soundsLike(one)) {
                followed.add(one);
            }
        }
        return followed;
    }

    private boolean isClick(HeardNote note, Intentions intentions) {
        PlayedNote one = played(note);
        return rules.pitchCounts() && metronome.mayBe(one) && intentions.of(one).isEmpty();
    }

    /** Where a note begins, the one before ends. */
    private static List<PlayedNote> oneVoice(List<PlayedNote> notes) {
        List<PlayedNote> cut = new ArrayList<>(notes);
        for (int i = 0; i + 1 < cut.size(); i++) {
            PlayedNote note = cut.get(i);
            cut.set(i, note.lastingAtMost(cut.get(i + 1).onsetSeconds() - note.onsetSeconds()));
        }
        return cut;
    }

    /** When the note began, in seconds after sample 0, less the latency. */
    double onset(HeardNote note) {
        return atInstrument(seconds(note.onsetSample()));
    }

    /** When what is heard at that time was played. */
    double atInstrument(double seconds) {
        return seconds - latencySeconds;
    }

    /** The ids of the notes that are the best for an expected one. */
    private Set<Integer> chosen(List<HeardNote> heard, Intentions intentions) {
        Map<Integer, HeardNote> best = new TreeMap<>();
        for (int i = 0; i < heard.size(); i++) {
            HeardNote note = heard.get(i);
            if (note.isLikely() || near(heard, i).stream().noneMatch(other -> outdoes(other, note, intentions))) {
                intentions
                        .of(played(note))
                        .forEach(at -> best.merge(at, note, (one, other) -> better(one, other, at, intentions)));
            }
        }
        return best.values().stream().map(HeardNote::id).collect(Collectors.toSet());
    }

    private HeardNote better(HeardNote one, HeardNote other, int at, Intentions intentions) {
        return worth(other, at, intentions) > worth(one, at, intentions) ? other : one;
    }

    private double worth(HeardNote note, int at, Intentions intentions) {
        return note.evidence() - intentions.priceOfDistance(onset(note), at);
    }

    /**
     * Whether a doubtful note is a likely one, heard with another pitch, or too early or late: then what that one was
     * meant as, if anything, is for it to say.
     */
    private boolean outdoes(HeardNote likely, HeardNote doubtful, Intentions intentions) {
        if (!likely.isLikely()) {
            return false;
        }
        double apart = secondsApart(likely, doubtful);
        return HeardNote.mayBeOnePitch(likely.midi(), doubtful.midi())
                ? apart < SHORTEST_SECONDS && intentions.of(played(likely)).isEmpty()
                : apart < SAME_MOMENT_SECONDS && doubtful.evidence() < WORTH_BESIDE;
    }

    /** One voice: of what begins at the same moment only one is a note. */
    private boolean isBesideChosen(List<HeardNote> heard, int i, Set<Integer> chosen) {
        return near(heard, i).stream()
                .anyMatch(other ->
                        chosen.contains(other.id()) && secondsApart(other, heard.get(i)) < SAME_MOMENT_SECONDS);
    }

    /** The ids of the notes that may be one before, going on. */
    private Set<Integer> unsure(List<HeardNote> heard) {
        Set<Integer> unsure = new HashSet<>();
        for (int i = 0; i < heard.size(); i++) {
            HeardNote note = heard.get(i);
            if (mayGoOn(heard, i) || !note.isCertain()) {
                unsure.add(note.id());
            }
        }
        return unsure;
    }

    /** Whether a note may be one of those before it in the list, going on. */
    private boolean mayGoOn(List<HeardNote> heard, int i) {
        return heard.subList(Math.max(0, i - NEAR), i).stream().anyMatch(before -> mayGoOn(before, heard.get(i)));
    }

    private boolean mayGoOn(HeardNote before, HeardNote note) {
        return GoingOn.isPossible(before.midi(), note.midi(), seconds(note.onsetSample() - before.endSample()));
    }

    /** The notes around one in the list: more than can begin within a tenth of a second. */
    private static List<HeardNote> near(List<HeardNote> heard, int i) {
        return heard.subList(Math.max(0, i - NEAR), Math.min(heard.size(), i + NEAR + 1));
    }

    private double secondsApart(HeardNote one, HeardNote other) {
        return Math.abs(seconds(one.onsetSample() - other.onsetSample()));
    }

    private double seconds(long samples) {
        return (double) samples / sampleRate;
    }

    private PlayedNote played(HeardNote note) {
        long length = Math.max(0, note.endSample() - note.onsetSample());
        return new PlayedNote(note.id(), onset(note), seconds(length), concertPitch.note(note.midi()), note.evidence());
    }
}
