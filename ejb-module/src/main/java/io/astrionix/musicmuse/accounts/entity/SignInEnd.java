package io.astrionix.musicmuse.accounts.entity;

/** Why a sign-in ended before its time. The names are stored. */
public enum SignInEnd {
    SIGNED_OUT,
    /** By the account's owner, from another device. */
    ENDED_BY_OWNER,
    PASSWORD_CHANGED,
    SECOND_FACTOR_CHANGED,
    ROLES_CHANGED,
    ACCOUNT_LOCKED,
    /** By an administrator. */
    ENDED_BY_ADMIN,
    /** The owner has asked to be erased. */
    ERASURE_ASKED
}
