package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import java.util.UUID;

/** A text message from the page. */
sealed interface ControlMessage {

    /** Version of the protocol that is spoken here. */
    int VERSION = 1;

    /**
     * Begins a take.
     *
     * @param sampleRate samples a second, 44,100 or 48,000
     * @param latencySeconds delay of the device, 0 where it is not known
     * @param concertPitch what the instrument is tuned to
     * @param metronome whether the page's metronome sounds, and so may be heard in the microphone
     */
    record Start(
            StartPracticeCommand command,
            int sampleRate,
            double latencySeconds,
            ConcertPitch concertPitch,
            boolean metronome)
            implements ControlMessage {}

    /** Goes on with a take whose socket was lost. */
    record Resume(UUID session, TakeInput input) implements ControlMessage {}

    /** @param samples how many samples the take has in all */
    record Stop(long samples) implements ControlMessage {}
}
