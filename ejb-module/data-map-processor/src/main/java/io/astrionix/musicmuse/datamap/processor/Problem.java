package io.astrionix.musicmuse.datamap.processor;

import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * What is wrong with the map.
 *
 * @param at the class or field to be changed; empty if it is in a file
 */
record Problem(Optional<Element> at, String message) {

    static Problem at(Element element, String message) {
        return new Problem(Optional.of(element), message);
    }

    static Problem inFiles(String message) {
        return new Problem(Optional.empty(), message);
    }
}
