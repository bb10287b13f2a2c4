package io.astrionix.musicmuse.notification.boundary;

/** Where a mail stands. The names are stored. */
public enum MailState {
    /** Waits for its next try. */
    QUEUED,
    /** A worker has it, until its lease ends. */
    SENDING,
    SENT,
    /** Given up: refused by the mail server, or tried for two days. */
    FAILED
}
