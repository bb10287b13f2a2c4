package io.astrionix.musicmuse.datamap;

/** Who else gets to see it. */
public enum Recipient {
    ORGANIZATION,
    GUARDIAN,
    STRIPE,
    AI_PROVIDER,
    MAIL_PROVIDER,
    HOSTING_PROVIDER
}
