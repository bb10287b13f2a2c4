package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges takes that are in files.
 *
 * @param expected what should be played
 * @param rules the rules to judge by
 * @param latencySeconds delay between playing and recording, in seconds, subtracted from what was heard; 0 or more
 * @param concertPitch what a recorded instrument is tuned to
 */
record TakeJudge(List<ExpectedNote> expected, ScoringRules rules, double latencySeconds, ConcertPitch concertPitch) {

    /** @throws BadInput if the file is not there or is neither a WAV nor a MIDI file that can be read */
    TakeScore judge(Path take) throws BadInput {
        if (FileKind.of(take) == FileKind.MIDI) {
            return Scorer.score(expected, played(MidiFile.read(take)), rules);
        }
        try (Recording recording = Recording.open(take)) {
            return judge(recording);
        }
    }

    /** @throws BadInput if the recording cannot be read to its end */
    TakeScore judge(Recording recording) throws BadInput {
        TakeAnalyser analyser = new TakeAnalyser(
                recording.sampleRate(), expected, rules, latencySeconds, concertPitch, SoundSource.INSTRUMENT);
        short[] frame = new short[Listener.FRAME];
        for (int length = recording.read(frame); length > 0; length = recording.read(frame)) {
            analyser.accept(frame, 0, length);
        }
        return analyser.finish().score();
    }

    private List<PlayedNote> played(List<MidiNote> notes) {
        List<PlayedNote> played = new ArrayList<>();
        for (MidiNote note : notes) {
            played.add(new PlayedNote(
                    played.size(),
                    note.onsetSeconds() - latencySeconds,
                    note.offsetSeconds() - note.onsetSeconds(),
                    note.key()));
        }
        return played;
    }
}
