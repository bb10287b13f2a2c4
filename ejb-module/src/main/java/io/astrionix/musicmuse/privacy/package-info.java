/**
 * What people can ask for about their data, and the answers; what is stored about somebody, read by the data map alone: an
 * entity that says whose it is needs no code here. Uses {@code shared}, {@code datamap}, {@code audit}, {@code limits},
 * {@code notification}; of accounts it knows what {@link io.astrionix.musicmuse.privacy.boundary.AccountHolder} says.
 */
package io.astrionix.musicmuse.privacy;
