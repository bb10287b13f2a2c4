/** Pitch of single frames of sound. */
package io.astrionix.musicmuse.analysis.pitch;
