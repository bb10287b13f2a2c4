package io.astrionix.musicmuse.datamap;

import java.util.List;

/**
 * A place outside the tables where something is stored.
 *
 * @param owner who answers for it: the class or the part of the installation that writes it
 * @param files patterns of its files below the installation's data folder; none for a store that has no files
 * @param holds what is in it, in a few words
 * @param personal whether that can be about somebody
 * @param retention ids of the rules that end it
 */
public record Store(
        String id, String owner, List<String> files, String holds, boolean personal, List<String> retention) {}
