package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges takes that are in files.
 *
 * @param terms what they are judged by
 * @param concertPitch what a recorded instrument is tuned to
 */
record TakeJudge(TakeTerms terms, ConcertPitch concertPitch) {

    /** @throws BadInput if the file is not there or is neither a WAV nor a MIDI file that can be read */
    JudgedTake judge(Path take) throws BadInput {
        if (FileKind.of(take) == FileKind.MIDI) {
            var score = ScoreFollower.score(terms.music(), played(MidiFile.read(take)), terms.rules(), terms.pace());
            return new JudgedTake(score, Set.of());
        }
        try (Recording recording = Recording.open(take)) {
            return judge(recording);
        }
    }

    /** @throws BadInput if the recording cannot be read to its end */
    JudgedTake judge(Recording recording) throws BadInput {
        TakeAnalyser analyser = new TakeAnalyser(recording.sampleRate(), terms, TakeSound.of(concertPitch));
        short[] frame = new short[Listener.FRAME];
        for (int length = recording.read(frame); length > 0; length = recording.read(frame)) {
            analyser.accept(frame, 0, length);
        }
        TakeResult result = analyser.finish();
        return new JudgedTake(result.score(), result.troubles());
    }

    private List<PlayedNote> played(List<MidiNote> notes) {
        List<PlayedNote> played = new ArrayList<>();
        for (MidiNote note : notes) {
            played.add(new PlayedNote(
                    played.size(),
                    note.onsetSeconds() - terms.latencySeconds(),
                    note.offsetSeconds() - note.onsetSeconds(),
                    note.key()));
        }
        return played;
    }
}
