package io.astrionix.musicmuse.analysis.keys;

/**
 * A message of a keyboard as MIDI 1.0 has it, complete with its status.
 *
 * @param atSample when it was sent, as an index of the take's samples, 0 or more
 * @param status note off (0x80), note on (0x90) or control change (0xB0), plus the channel, 0 to 15
 * @param data1 the key, or the number of the controller, 0 to 127
 * @param data2 the velocity, or the value of the controller, 0 to 127
 */
public record KeyMessage(long atSample, int status, int data1, int data2) {

    private static final int NOTE_OFF = 0x80;
    private static final int NOTE_ON = 0x90;
    private static final int CONTROL_CHANGE = 0xB0;

    private static final int SUSTAIN_PEDAL = 64;
    private static final int PEDAL_DOWN = 64;
    private static final int ALL_SOUND_OFF = 120;
    private static final int ALL_NOTES_OFF = 123;

    /** @throws IllegalArgumentException if it is none of these messages */
    public KeyMessage {
        int kind = kind(status);
        boolean isKnown = status <= 0xFF && (kind == NOTE_OFF || kind == NOTE_ON || kind == CONTROL_CHANGE);
        if (atSample < 0 || !isKnown || !isData(data1) || !isData(data2)) {
            throw new IllegalArgumentException(
                    "no message of a keyboard: %d, %x %d %d".formatted(atSample, status, data1, data2));
        }
    }

    /** Whether a key was pressed. With velocity 0 it was let go: keyboards save a status byte so. */
    public boolean presses() {
        return kind(status) == NOTE_ON && data2 > 0;
    }

    /** Whether a key was let go. */
    public boolean releases() {
        return kind(status) == NOTE_OFF || (kind(status) == NOTE_ON && data2 == 0);
    }

    boolean pressesPedal() {
        return isController(SUSTAIN_PEDAL) && data2 >= PEDAL_DOWN;
    }

    boolean releasesPedal() {
        return isController(SUSTAIN_PEDAL) && data2 < PEDAL_DOWN;
    }

    /** Whether all notes of the channel end: a keyboard's panic button, or one that is unplugged. */
    boolean silences() {
        return isController(ALL_SOUND_OFF) || isController(ALL_NOTES_OFF);
    }

    int channel() {
        return status & 0x0F;
    }

    int key() {
        return data1;
    }

    private boolean isController(int number) {
        return kind(status) == CONTROL_CHANGE && data1 == number;
    }

    private static int kind(int status) {
        return status & ~0x0F;
    }

    private static boolean isData(int value) {
        return value >= 0 && value <= 127;
    }
}
