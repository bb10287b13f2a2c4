package io.astrionix.musicmuse.notification.boundary;

import static io.astrionix.musicmuse.notification.boundary.MailValue.CHANGE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.DEVICE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.LINK;
import static io.astrionix.musicmuse.notification.boundary.MailValue.NAME;
import static io.astrionix.musicmuse.notification.boundary.MailValue.ROLE;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every mail there is. The texts are in the bundle {@code notification/mail} under this name; beside the values that the
 * mail {@link #needs}, each can use the places {site} (the origin of our pages) and {at} (when the mail was queued).
 */
public enum MailTemplate {
    VERIFY_EMAIL,
    /** Somebody tried to register with the address of an account. */
    ALREADY_REGISTERED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    /** To the new address. */
    CONFIRM_NEW_EMAIL,
    /** To the old address. */
    EMAIL_CHANGED,
    NEW_SIGN_IN,
    SIGN_IN_LOCKED,
    SECOND_FACTOR_CHANGED,
    /** To a learner under age who has just verified the email: the page on which to name a guardian. */
    ASK_GUARDIAN,
    /** To a guardian; the name is the learner's. */
    GUARDIAN_CONSENT,
    /** To the learner. */
    GUARDIAN_CONSENTED,
    /** To the guardian, after the consent, with the page to withdraw it; the name is the learner's. */
    GUARDIAN_CONFIRMED,
    /** To the learner, whose account is gone by then. */
    GUARDIAN_DECLINED,
    /** To the learner. */
    GUARDIAN_WITHDREW,
    /** To the guardian; the name is the learner's. */
    GUARDIAN_WITHDRAWN,
    /** To somebody who has no account yet. */
    INVITATION,
    /** Processing was restricted, and will not be any more. */
    RESTRICTION_ENDS,
    /** Nobody has signed in for long. */
    ACCOUNT_IDLE,
    /** The last one before the account ends. */
    ACCOUNT_IDLE_LAST;

    /** What a mail of this kind must be given, no more and no less. */
    public Set<MailValue> needs() {
        return switch (this) {
            case VERIFY_EMAIL,
                    ALREADY_REGISTERED,
                    PASSWORD_RESET,
                    CONFIRM_NEW_EMAIL,
                    ASK_GUARDIAN,
                    GUARDIAN_CONSENT,
                    GUARDIAN_CONFIRMED,
                    RESTRICTION_ENDS,
                    ACCOUNT_IDLE,
                    ACCOUNT_IDLE_LAST -> EnumSet.of(NAME, LINK);
            case PASSWORD_CHANGED,
                    EMAIL_CHANGED,
                    SIGN_IN_LOCKED,
                    GUARDIAN_CONSENTED,
                    GUARDIAN_DECLINED,
                    GUARDIAN_WITHDREW,
                    GUARDIAN_WITHDRAWN -> EnumSet.of(NAME);
            case NEW_SIGN_IN -> EnumSet.of(NAME, DEVICE);
            case SECOND_FACTOR_CHANGED -> EnumSet.of(NAME, CHANGE);
            case INVITATION -> EnumSet.of(ROLE, LINK);
        };
    }
}
