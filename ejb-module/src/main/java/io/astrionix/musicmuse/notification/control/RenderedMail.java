package io.astrionix.musicmuse.notification.control;

/** A mail as it is read. */
public record RenderedMail(String subject, String text, String html) {}
