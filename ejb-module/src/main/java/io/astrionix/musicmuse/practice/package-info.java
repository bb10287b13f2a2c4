/**
 * Practice sessions and what was right in them. Owns scores, accuracy, notes played, duration, per-note verdicts
 * (R8, R14) and the notes heard, from which a take can be scored again, and the audio devices of an account with their measured latency. Keeps them while the account is active
 * (R37). Holds no audio (R12). Uses {@code shared}, {@code lessons} and {@code analysis}.
 */
package io.astrionix.musicmuse.practice;
