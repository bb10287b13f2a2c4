package io.astrionix.musicmuse.legal.boundary;

/** What lets data of people in the EEA or the United Kingdom go to a processor (GDPR chapter V). The names are stored. */
public enum TransferGround {
    /** The processor is in the EEA or the United Kingdom itself. */
    SAME_AREA,
    /** The country has an adequacy decision. */
    ADEQUACY,
    /** Standard contractual clauses of the European Commission, with the United Kingdom's addendum. */
    STANDARD_CLAUSES,
    /** No data of people in the EEA or the United Kingdom goes there. */
    NO_DATA_FROM_THERE
}
