package io.astrionix.musicmuse.web.shared;

import java.util.UUID;

/** Somebody has signed out. */
public record SignedOut(UUID signIn) {}
