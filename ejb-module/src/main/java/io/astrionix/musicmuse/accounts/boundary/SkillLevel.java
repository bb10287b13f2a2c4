package io.astrionix.musicmuse.accounts.boundary;

/** How far somebody says they are. The names are stored. */
public enum SkillLevel {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    PROFESSIONAL
}
