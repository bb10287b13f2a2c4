package io.astrionix.musicmuse.accounts.boundary;

import java.io.Serializable;

/**
 * A question to the browser about passkeys.
 *
 * @param challenge to be kept in the HTTP session until the answer comes, and used once
 * @param options for navigator.credentials, as JSON
 */
public record PasskeyRequest(String challenge, String options) implements Serializable {}
