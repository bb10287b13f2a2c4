/**
 * What every context may use: ids, the root of expected errors, settings, the clock and the start of the application.
 * Knows no context.
 */
package io.astrionix.musicmuse.shared;
