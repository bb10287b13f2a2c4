package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.Erase;

/**
 * A step as the frozen plan has it, and what it did.
 *
 * @param touched rows deleted or changed; 0 before it is done
 * @param kept rows that stay
 * @param held whether they stay because somebody holds them
 */
record StepRecord(
        int number, Erase verb, String table, String column, boolean done, long touched, long kept, boolean held) {

    String name() {
        return verb + " " + table + " " + column;
    }

    boolean isOpen() {
        return !done || held;
    }
}
