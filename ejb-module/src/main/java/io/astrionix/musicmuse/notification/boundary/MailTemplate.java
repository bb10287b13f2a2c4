package io.astrionix.musicmuse.notification.boundary;

/** Every mail there is; its texts are in the mail bundle under this name. */
public enum MailTemplate {
    VERIFY_EMAIL,
    ALREADY_REGISTERED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    CONFIRM_NEW_EMAIL,
    EMAIL_CHANGED,
    NEW_SIGN_IN,
    SIGN_IN_LOCKED,
    SECOND_FACTOR_CHANGED,
    GUARDIAN_CONSENT,
    GUARDIAN_CONSENTED,
    GUARDIAN_WITHDREW,
    INVITATION
}
