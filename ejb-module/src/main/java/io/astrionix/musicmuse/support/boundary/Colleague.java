package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.util.UUID;

/** Somebody of the staff who may answer a thread. */
public record Colleague(UUID id, String name) implements Serializable {}
