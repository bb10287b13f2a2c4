package io.astrionix.musicmuse.lessons.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A note name: it says how a note is spelled, so F sharp and G flat differ though they sound the same.
 *
 * @param letter 0 for C to 6 for B
 * @param alter semitones by which the accidental moves the letter's note: 1 for a sharp, -2 for a double flat
 * @param octave scientific octave; middle C is C4
 */
public record Pitch(int letter, int alter, int octave) {

    private static final String LETTERS = "CDEFGAB";
    private static final int[] SEMITONES = {0, 2, 4, 5, 7, 9, 11};
    private static final int LETTERS_PER_OCTAVE = 7;
    private static final int SEMITONES_PER_OCTAVE = 12;
    private static final Pattern NAME = Pattern.compile("([A-G])(##|#|bb|b|)(-?\\d)");

    /**
     * Reads a name such as {@code C4}, {@code F#5} or {@code Bb3}.
     *
     * @throws IllegalArgumentException if it is no such name
     */
    public static Pitch parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a note name: " + name);
        }
        String accidental = matcher.group(2);
        int alter = accidental.startsWith("#") ? accidental.length() : -accidental.length();
        return new Pitch(LETTERS.indexOf(matcher.group(1)), alter, Integer.parseInt(matcher.group(3)));
    }

    /** MIDI number, C4 = 60. */
    public int midi() {
        return (octave + 1) * SEMITONES_PER_OCTAVE + SEMITONES[letter] + alter;
    }

    /** Count of letters since C0: neighbours on the staff differ by one, whatever their accidentals. */
    public int staffPosition() {
        return octave * LETTERS_PER_OCTAVE + letter;
    }

    /** The letter, {@code C} to {@code B}. */
    public String step() {
        return LETTERS.substring(letter, letter + 1);
    }

    /** The name without the octave, for example {@code F#}. */
    public String className() {
        return step() + (alter > 0 ? "#".repeat(alter) : "b".repeat(-alter));
    }

    /** The name with the octave, for example {@code F#4}. */
    public String name() {
        return className() + octave;
    }

    /** The pitch so many staff positions and semitones higher; together they say which interval is meant. */
    public Pitch plus(int staffPositions, int semitones) {
        int position = staffPosition() + staffPositions;
        Pitch natural =
                new Pitch(Math.floorMod(position, LETTERS_PER_OCTAVE), 0, Math.floorDiv(position, LETTERS_PER_OCTAVE));
        return new Pitch(natural.letter, midi() + semitones - natural.midi(), natural.octave);
    }

    /** The pitch so many octaves higher. */
    public Pitch plusOctaves(int octaves) {
        return new Pitch(letter, alter, octave + octaves);
    }

    /** The same sound in its plainest spelling: a white key has no accidental, a black key one of the same direction. */
    public Pitch plain() {
        int midi = midi();
        int direction = Integer.signum(alter);
        for (int change = 0; change <= 1; change++) {
            for (int position = staffPosition() - 2; position <= staffPosition() + 2; position++) {
                Pitch candidate = new Pitch(
                        Math.floorMod(position, LETTERS_PER_OCTAVE),
                        change * direction,
                        Math.floorDiv(position, LETTERS_PER_OCTAVE));
                if (candidate.midi() == midi) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("no plain spelling of " + name());
    }

    @Override
    public String toString() {
        return name();
    }
}
