/**
 * The engine from the command line: listens to sound files, for people who want to know how well it hears, and for
 * measuring it. It alone reads files, with {@code javax.sound} of the JDK, and prints; nothing of the server calls it.
 */
package io.astrionix.musicmuse.analysis.cli;
