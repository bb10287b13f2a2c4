package io.astrionix.musicmuse.lessons.entity;

/** How long a note or rest is written. Lengths are counted in sixteenths. */
public record NoteValue(Type type, boolean dotted) {

    /** Sixteenths in a quarter note. */
    public static final int SIXTEENTHS_PER_BEAT = 4;

    /** Undotted values by the letter that stands for them in the exercise file. */
    public enum Type {
        WHOLE('w', "whole", 16, 0),
        HALF('h', "half", 8, 0),
        QUARTER('q', "quarter", 4, 0),
        EIGHTH('e', "eighth", 2, 1),
        SIXTEENTH('s', "16th", 1, 2);

        private final char letter;
        private final String musicXmlName;
        private final int sixteenths;
        private final int beams;

        Type(char letter, String musicXmlName, int sixteenths, int beams) {
            this.letter = letter;
            this.musicXmlName = musicXmlName;
            this.sixteenths = sixteenths;
            this.beams = beams;
        }

        /** The name of the value in MusicXML. */
        public String musicXmlName() {
            return musicXmlName;
        }

        /** How many flags or beams the value has. */
        public int beams() {
            return beams;
        }
    }

    /** @throws IllegalArgumentException for a dotted sixteenth, which is not a whole number of sixteenths */
    public NoteValue {
        if (dotted && type == Type.SIXTEENTH) {
            throw new IllegalArgumentException("a sixteenth cannot be dotted here");
        }
    }

    /**
     * Reads {@code w}, {@code h}, {@code q}, {@code e} or {@code s}, with a full stop behind it if dotted.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static NoteValue parse(String text) {
        boolean dotted = text.endsWith(".");
        String letter = dotted ? text.substring(0, text.length() - 1) : text;
        for (Type type : Type.values()) {
            if (letter.equals(String.valueOf(type.letter))) {
                return new NoteValue(type, dotted);
            }
        }
        throw new IllegalArgumentException("not a note value: " + text);
    }

    /** Length in sixteenths. */
    public int sixteenths() {
        return dotted ? type.sixteenths * 3 / 2 : type.sixteenths;
    }
}
