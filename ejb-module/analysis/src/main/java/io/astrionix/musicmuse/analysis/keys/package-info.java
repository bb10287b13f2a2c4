/** What is played on a keyboard that sends MIDI: its messages, and the notes they are. */
package io.astrionix.musicmuse.analysis.keys;
