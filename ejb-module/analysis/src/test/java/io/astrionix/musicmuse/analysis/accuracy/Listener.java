package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Hears notes and pitches in a recording. */
interface Listener {

    /** What it is called in the table. */
    String name();

    /** @throws IOException if a program it needs fails */
    Said listen(short[] sound) throws IOException;

    /** The verdicts on a take; by default the same scorer judges what was heard. */
    default List<NoteVerdict> judge(short[] sound, Said said, List<ExpectedNote> music, ScoringRules rules) {
        List<PlayedNote> played = IntStream.range(0, said.notes().size())
                .mapToObj(i -> new PlayedNote(
                        i, said.notes().get(i).onset(), 0, said.notes().get(i).midi()))
                .toList();
        return Scorer.score(music, played, rules).verdicts();
    }
}
