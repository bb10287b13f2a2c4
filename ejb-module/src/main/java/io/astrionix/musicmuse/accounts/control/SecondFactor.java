package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.AccountId;

/** A kind of second factor. Every CDI bean of this type is asked at sign-in. */
public interface SecondFactor {

    /** Whether the account has set it up, so that signing in with the password alone is not enough. */
    boolean isSetUp(AccountId account);
}
