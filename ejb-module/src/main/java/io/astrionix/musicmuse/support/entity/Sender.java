package io.astrionix.musicmuse.support.entity;

import java.util.Locale;

/**
 * Who writes.
 *
 * @param email in the spelling accounts have it in
 * @param language of mails
 * @param signedIn whether it was somebody signed in; else anybody could have typed the address
 */
public record Sender(String name, String email, Locale language, boolean signedIn) {}
