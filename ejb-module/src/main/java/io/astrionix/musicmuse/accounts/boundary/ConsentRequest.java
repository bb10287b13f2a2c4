package io.astrionix.musicmuse.accounts.boundary;

/**
 * What a guardian is asked.
 *
 * @param child the name the minor gave
 * @param email the guardian's address
 * @param hasAccount whether the guardian has an account to sign in to
 */
public record ConsentRequest(String child, String email, boolean hasAccount) {}
