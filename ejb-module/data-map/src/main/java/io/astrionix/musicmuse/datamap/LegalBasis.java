package io.astrionix.musicmuse.datamap;

/** GDPR article 6(1). */
public enum LegalBasis {
    CONTRACT,
    CONSENT,
    LEGAL_DUTY,
    LEGITIMATE_INTEREST
}
