package io.astrionix.musicmuse.accounts.boundary;

/** Where music comes from that somebody would like to play; not where anybody lives. The names are stored. */
public enum MusicRegion {
    AFRICA,
    ARAB_WORLD,
    CARIBBEAN,
    CENTRAL_EUROPE,
    EAST_ASIA,
    EASTERN_EUROPE,
    IBERIA,
    IRELAND_AND_BRITAIN,
    LATIN_AMERICA,
    NORTH_AMERICA,
    OCEANIA,
    SCANDINAVIA,
    SOUTH_ASIA,
    SOUTHEAST_ASIA,
    TURKEY_AND_IRAN
}
