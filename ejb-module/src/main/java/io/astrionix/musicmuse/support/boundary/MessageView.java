package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;

/**
 * One message of a thread.
 *
 * @param byStaff whether it is an answer
 * @param text plain, lines ending in \n
 */
public record MessageView(boolean byStaff, Instant sentAt, String text) implements Serializable {}
