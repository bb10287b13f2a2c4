package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;

/**
 * Which threads to list.
 *
 * @param status null for all
 * @param category null for all that the caller may read
 * @param mine only those that the caller has taken or was given
 */
public record ThreadFilter(ThreadStatus status, MessageCategory category, boolean mine) implements Serializable {}
