package io.astrionix.musicmuse.analysis;

/** What is wrong with the sound of a take, so that less can be told from it: something to mend before the next one. */
public enum SoundTrouble {

    /** The microphone is turned up too far: the loudest samples are cut off. */
    CLIPPED("clipped"),

    /** What sounds beside the notes is nearly as loud as they are. */
    NOISY("noisy"),

    /** The mains hum in the microphone: in its cable, or from something near it. It is taken out as far as it goes. */
    HUM("hum");

    private final String id;

    SoundTrouble(String id) {
        this.id = id;
    }

    /** The name by which the page knows it. */
    public String id() {
        return id;
    }
}
