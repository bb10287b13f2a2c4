/**
 * What is stored about somebody, read by the data map alone: an entity that says whose it is needs no code here. Uses
 * {@code shared}, {@code datamap}, {@code audit}.
 */
package io.astrionix.musicmuse.privacy;
