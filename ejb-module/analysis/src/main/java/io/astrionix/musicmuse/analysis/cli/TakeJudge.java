package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.KeyTakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeAnalyser;
import io.astrionix.musicmuse.analysis.TakeResult;
import io.astrionix.musicmuse.analysis.TakeSound;
import io.astrionix.musicmuse.analysis.TakeTerms;
import java.nio.file.Path;

/**
 * Judges takes that are in files, as the Practice Room does.
 *
 * @param terms what they are judged by
 * @param sound what is known of a recording before
 */
record TakeJudge(TakeTerms terms, TakeSound sound) {

    private static final int KEY_CLOCK_RATE = 48_000;

    /** @throws BadInput if the file is not there or is neither a WAV nor a MIDI file that can be read */
    TakeResult judge(Path take) throws BadInput {
        if (FileKind.ofPlaying(take) == FileKind.MIDI) {
            return judgeKeys(take);
        }
        try (Recording recording = Recording.open(take)) {
            return judge(recording);
        }
    }

    private TakeResult judgeKeys(Path take) throws BadInput {
        MidiFile file = MidiFile.open(take);
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(KEY_CLOCK_RATE, terms);
        analyser.accept(file.messages(KEY_CLOCK_RATE), (int) Math.ceil(file.seconds() * KEY_CLOCK_RATE));
        return analyser.finish();
    }

    /** @throws BadInput if the recording cannot be read to its end */
    TakeResult judge(Recording recording) throws BadInput {
        TakeAnalyser analyser = new TakeAnalyser(recording.sampleRate(), terms, sound);
        short[] frame = new short[Listener.FRAME];
        for (int length = recording.read(frame); length > 0; length = recording.read(frame)) {
            analyser.accept(frame, 0, length);
        }
        return analyser.finish();
    }
}
