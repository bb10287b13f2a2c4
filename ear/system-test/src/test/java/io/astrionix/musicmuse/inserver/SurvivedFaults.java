package io.astrionix.musicmuse.inserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the faults that a family of tests has survived (P15). */
final class SurvivedFaults {

    private final Set<String> survived = ConcurrentHashMap.newKeySet();
    private final String family;
    private final int all;

    SurvivedFaults(String family, int all) {
        this.family = family;
        this.all = all;
    }

    void add(String fault) {
        survived.add(fault);
        ServerFigures.keep("faults-survived-" + family, (double) survived.size(), "of " + all, "= " + all);
    }
}
