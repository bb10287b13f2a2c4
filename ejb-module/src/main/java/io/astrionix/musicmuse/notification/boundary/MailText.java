package io.astrionix.musicmuse.notification.boundary;

import java.io.Serializable;

/** What a mail says; of a mail that was sent, without names and links. */
public record MailText(String recipient, String subject, String text) implements Serializable {}
