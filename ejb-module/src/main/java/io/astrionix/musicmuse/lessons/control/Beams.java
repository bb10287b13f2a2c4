package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import io.astrionix.musicmuse.lessons.entity.NoteValue;
import java.util.ArrayList;
import java.util.List;

/** Joins notes shorter than a quarter note by beams, beat by beat. */
final class Beams {

    private static final int MOST_BEAMS = 2;

    private Beams() {}

    /**
     * The beams of each sign of a bar, the first beam first: {@code begin}, {@code continue}, {@code end},
     * {@code forward hook} or {@code backward hook}, as MusicXML names them. A sign without beams has an empty list.
     */
    static List<List<String>> of(List<NoteOrRest> bar) {
        List<List<String>> beams = new ArrayList<>();
        List<NoteOrRest> group = new ArrayList<>();
        int position = 0;
        for (NoteOrRest sign : bar) {
            boolean onBeat = position % NoteValue.SIXTEENTHS_PER_BEAT == 0;
            if (onBeat || !joins(sign)) {
                beams.addAll(ofGroup(group));
                group.clear();
            }
            if (joins(sign)) {
                group.add(sign);
            } else {
                beams.add(List.of());
            }
            position += sign.value().sixteenths();
        }
        beams.addAll(ofGroup(group));
        return beams;
    }

    private static boolean joins(NoteOrRest sign) {
        return sign.pitch().isPresent() && sign.value().type().beams() > 0;
    }

    private static List<List<String>> ofGroup(List<NoteOrRest> group) {
        List<List<String>> beams = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            List<String> levels = new ArrayList<>();
            if (group.size() > 1) {
                for (int level = 1; level <= MOST_BEAMS && has(group, i, level); level++) {
                    levels.add(beam(group, i, level));
                }
            }
            beams.add(levels);
        }
        return beams;
    }

    private static String beam(List<NoteOrRest> group, int i, int level) {
        boolean before = has(group, i - 1, level);
        boolean after = has(group, i + 1, level);
        if (before) {
            return after ? "continue" : "end";
        }
        if (after) {
            return "begin";
        }
        return i == 0 ? "forward hook" : "backward hook";
    }

    private static boolean has(List<NoteOrRest> group, int i, int level) {
        return i >= 0 && i < group.size() && group.get(i).value().type().beams() >= level;
    }
}
