package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.shared.AccountId;

/** An account has signed out. */
public record SignedOut(AccountId account) {}
