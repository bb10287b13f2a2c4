package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.TrueNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Music for what was played, other than it in some places, so that the player made mistakes: wrong, early, late, missed
 * and extra notes.
 *
 * @param music what should have been played
 * @param truth the right verdict on each note of it; flat and sharp count as right
 */
record PlannedTake(List<ExpectedNote> music, Map<Integer, Verdict> truth) {

    private static final double ROOM_SECONDS = 0.32;
    private static final double ROOM_FOR_ONE_MORE_SECONDS = 0.5;
    private static final double LENGTH_SECONDS = 0.1;
    private static final int[] OTHER_PITCHES = {-2, -1, 1, 2};

    static PlannedTake of(Clip clip, Random random) {
        return of(clip, random, true);
    }

    /** For what has no pitch: then none of its notes is wrong. */
    static PlannedTake ofRhythm(Clip clip, Random random) {
        return of(clip, random, false);
    }

    private static PlannedTake of(Clip clip, Random random, boolean hasPitch) {
        PlannedTake plan = new PlannedTake(new ArrayList<>(), new TreeMap<>());
        List<TrueNote> played = clip.notes();
        for (int i = 0; i < played.size(); i++) {
            double before =
                    i == 0 ? 1 : played.get(i).onset() - played.get(i - 1).onset();
            double after = i + 1 == played.size()
                    ? 1
                    : played.get(i + 1).onset() - played.get(i).onset();
            plan.add(played.get(i), Math.min(before, after) > ROOM_SECONDS, hasPitch, random);
            if (after > ROOM_FOR_ONE_MORE_SECONDS && random.nextInt(100) < 5) {
                plan.add(played.get(i).onset() + after / 2, played.get(i).midi() + 5, Verdict.MISSED);
            }
        }
        return plan;
    }

    private void add(TrueNote note, boolean hasRoom, boolean hasPitch, Random random) {
        int kind = random.nextInt(100);
        double apart = 0.09 + 0.05 * random.nextDouble();
        if (kind < 6 && hasPitch) {
            add(note.onset(), note.midi() + OTHER_PITCHES[random.nextInt(OTHER_PITCHES.length)], Verdict.WRONG);
        } else if (kind < 12 && hasRoom) {
            add(note.onset() - apart, note.midi(), Verdict.LATE);
        } else if (kind < 18 && hasRoom) {
            add(note.onset() + apart, note.midi(), Verdict.EARLY);
        } else if (kind >= 21 || !hasRoom) {
            add(note.onset(), note.midi(), Verdict.RIGHT);
        }
    }

    private void add(double start, double midi, Verdict verdict) {
        truth.put(music.size(), verdict);
        music.add(new ExpectedNote(music.size(), (int) Math.round(midi), Math.max(0, start), LENGTH_SECONDS));
    }
}
