package io.astrionix.musicmuse.analysis;

import java.util.OptionalDouble;

/**
 * Takes the hum of the mains out of a stream, 50 or 60 Hz and what is a multiple of it. Until such a hum was found, which
 * takes 0.8 s in which nothing else sounds near it, each sample stays what it is to the bit.
 */
final class MainsHum {

    private final HumSearch search;
    private HumRemoval removal;

    MainsHum(int sampleRate) {
        search = new HumSearch(sampleRate);
    }

    /** The next sample of the stream, from -1 to 1, without the hum. */
    float without(float sample) {
        float clean = removal == null ? sample : removal.next(sample);
        search.hear(sample);
        if (removal == null && search.found() != null) {
            removal = new HumRemoval(search.found());
        }
        return clean;
    }

    /** How loud the hum is, in dB below full scale; empty if there is none, or it was not there all the time. */
    OptionalDouble levelDbfs() {
        return search.isAlwaysThere() ? OptionalDouble.of(search.found().levelDbfs()) : OptionalDouble.empty();
    }
}
