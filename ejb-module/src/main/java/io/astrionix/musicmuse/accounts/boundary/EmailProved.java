package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;

/**
 * Somebody has just proved that an address is theirs: by registering, by taking an invitation, or by changing to it.
 * Fired in the transaction that does it.
 *
 * @param email in the spelling it is stored in
 */
public record EmailProved(AccountId account, String email) {}
