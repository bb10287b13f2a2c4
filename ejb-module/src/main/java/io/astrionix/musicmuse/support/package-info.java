/**
 * What people write to the operator, and what becomes of it: messages with their answers, kept for two years after the
 * last one (R4, R40), and reports of abuse with what was done about them, kept for two years after closing (R25). Uses
 * {@code shared}, {@code audit}, {@code limits}, {@code notification} and {@code accounts}.
 */
package io.astrionix.musicmuse.support;
