package io.astrionix.musicmuse.legal.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What people are told in versions. The names are stored. */
public enum LegalDocument {
    PRIVACY,
    COOKIES,
    TERMS,
    /** That the business goes to somebody else (R35): a notice without a text of its own, made of who and when. */
    TRANSFER;

    /** Those with a text and a page. */
    public static List<LegalDocument> texts() {
        return Arrays.stream(values()).filter(LegalDocument::hasText).toList();
    }

    public boolean hasText() {
        return this != TRANSFER;
    }

    /** The last part of its address and the folder of its texts, such as "privacy". */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
