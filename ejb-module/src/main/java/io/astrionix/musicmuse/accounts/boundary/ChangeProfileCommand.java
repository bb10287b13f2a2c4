package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A whole profile as it shall be: what is null or empty here is gone afterwards (R3).
 *
 * @param instrument id in the catalogue, checked there by the caller; null for none
 * @param bio plain text, lines ending in \n; null for none
 * @param level null for none
 * @param language en or de, of pages and mails
 */
public record ChangeProfileCommand(
        @NotNull @PersonName String displayName,
        @Size(max = 40) @Pattern(regexp = "[a-z0-9-]+") String instrument,
        @Size(max = LONGEST_BIO) @Pattern(regexp = TEXT) String bio,
        SkillLevel level,
        @NotNull @Size(max = 15) Set<@NotNull MusicRegion> interests,
        @NotNull @Pattern(regexp = "en|de") String language,
        @NotNull PageLook look) {

    /** In UTF-16 units. */
    public static final int LONGEST_BIO = 1000;

    /** Several lines; no other control characters, no turned writing direction, no half surrogate pairs. */
    public static final String TEXT =
            "(?:[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|\\n)*+";
}
