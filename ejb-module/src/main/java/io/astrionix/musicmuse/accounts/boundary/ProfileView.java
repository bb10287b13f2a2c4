package io.astrionix.musicmuse.accounts.boundary;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody says of themselves, and how they like the pages.
 *
 * @param instrument id in the catalogue
 * @param bio plain text; lines end in \n
 * @param language of pages and mails
 */
public record ProfileView(
        String displayName,
        Optional<String> instrument,
        Optional<String> bio,
        Optional<SkillLevel> level,
        Set<MusicRegion> interests,
        Locale language,
        PageLook look,
        boolean hasAvatar) {

    public ProfileView {
        interests = Set.copyOf(interests);
    }
}
