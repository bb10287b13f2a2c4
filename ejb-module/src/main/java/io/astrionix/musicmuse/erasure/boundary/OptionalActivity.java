package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.datamap.Purpose;

/**
 * What MusicMuse does with data only if, or only as long as, the person is all right with it. The names are stored. None of
 * it exists yet; a choice counts from the first day.
 */
public enum OptionalActivity {
    /** What to play next, by instrument, level and interests (R24). */
    RECOMMENDATIONS(Purpose.PERSONALISE, false),
    /** Which pages and features are used (R7). */
    USAGE(Purpose.IMPROVE, false),
    /** Mails that nobody needs (R22). */
    NEWS(Purpose.CONTACT, true),
    /** Chat and sound to somebody who runs a language model, while a session is open (R15). */
    AI_COACH(Purpose.SERVICE, true);

    private final Purpose purpose;
    private final boolean consent;

    OptionalActivity(Purpose purpose, boolean consent) {
        this.purpose = purpose;
        this.consent = consent;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** Whether it takes a yes; otherwise it goes on until somebody objects (R29). */
    public boolean needsConsent() {
        return consent;
    }
}
