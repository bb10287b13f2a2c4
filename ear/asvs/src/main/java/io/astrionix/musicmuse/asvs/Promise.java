package io.astrionix.musicmuse.asvs;

import java.util.Optional;

/**
 * A promise of the privacy policy.
 *
 * @param id such as R54
 * @param text what it promises, in our words
 * @param waits the feature without which there is nothing to prove; empty where there is
 */
public record Promise(String id, String text, Optional<String> waits) {}
