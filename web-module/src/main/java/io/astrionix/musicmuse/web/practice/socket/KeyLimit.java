package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * How many keys of one take are noted: as fast as anybody can press them, and {@value #TIMES_THE_MUSIC} times the notes of
 * the music and {@value #BESIDE_THE_MUSIC} more. Not safe for more than one thread.
 */
final class KeyLimit {

    /** Nobody presses more keys: all of a piano at once, on a keyboard that layers three sounds. */
    private static final int PRESSES_AT_ONCE = 300;

    /** Two hands that trill, layered as well. */
    private static final int PRESSES_A_SECOND = 60;

    /** A take may last three times its music: time for each note to be layered, and all of it played again. */
    private static final int TIMES_THE_MUSIC = 10;

    private static final int BESIDE_THE_MUSIC = 500;

    private final int sampleRate;
    private double pressesAtOnce = PRESSES_AT_ONCE;
    private long pressesLeft;

    /**
     * @param sampleRate samples per second of the take's clock
     * @param expected how many notes the music has
     */
    KeyLimit(int sampleRate, int expected) {
        this.sampleRate = sampleRate;
        this.pressesLeft = (long) TIMES_THE_MUSIC * expected + BESIDE_THE_MUSIC;
    }

    /**
     * @return the messages of the take's next frame but for the keys beyond the bound
     * @throws ProtocolViolation TOO_FAST if more keys were pressed than anybody can
     */
    List<KeyMessage> noted(KeyFrame frame) throws ProtocolViolation {
        double gained = (double) PRESSES_A_SECOND * frame.length() / sampleRate;
        pressesAtOnce = Math.min(PRESSES_AT_ONCE, pressesAtOnce + gained) - frame.presses();
        if (pressesAtOnce < 0) {
            throw new ProtocolViolation(PracticeClose.TOO_FAST);
        }
        List<KeyMessage> noted = new ArrayList<>();
        for (var message : frame.messages()) {
            if (!message.presses() || pressesLeft-- > 0) {
                noted.add(message);
            }
        }
        return noted;
    }
}
