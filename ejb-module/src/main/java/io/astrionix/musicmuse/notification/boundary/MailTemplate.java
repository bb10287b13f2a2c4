package io.astrionix.musicmuse.notification.boundary;

import static io.astrionix.musicmuse.notification.boundary.MailValue.CHANGE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.DAY;
import static io.astrionix.musicmuse.notification.boundary.MailValue.DETAIL;
import static io.astrionix.musicmuse.notification.boundary.MailValue.DEVICE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.DOCUMENT;
import static io.astrionix.musicmuse.notification.boundary.MailValue.LINK;
import static io.astrionix.musicmuse.notification.boundary.MailValue.NAME;
import static io.astrionix.musicmuse.notification.boundary.MailValue.REASON;
import static io.astrionix.musicmuse.notification.boundary.MailValue.REFERENCE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.REQUEST;
import static io.astrionix.musicmuse.notification.boundary.MailValue.ROLE;
import static io.astrionix.musicmuse.notification.boundary.MailValue.SUCCESSOR;
import static io.astrionix.musicmuse.notification.boundary.MailValue.TROUBLE;

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
    /** To whoever wrote to the operator; the page of the thread. */
    SUPPORT_RECEIVED,
    /** To the same: there is an answer. */
    SUPPORT_ANSWERED,
    /** To the operator; the page of the desk. */
    SUPPORT_URGENT,
    /** To whoever reported abuse. */
    ABUSE_REPORTED,
    /** To the owner of the account that was reported. */
    ABUSE_WARNING,
    /** One of the legal documents changes. */
    LEGAL_CHANGED,
    /** The same to a guardian; the name is the learner's. */
    LEGAL_CHANGED_CHILD,
    /** To a guardian, whose consent ended with the purposes it was given for; the name is the learner's. */
    CONSENT_AGAIN,
    /** The business goes to somebody else. */
    BUSINESS_TRANSFER,
    /** The same to a guardian; the name is the learner's. */
    BUSINESS_TRANSFER_CHILD,
    /** Asks at the address on file whether a request about data is its owner's. */
    REQUEST_CONFIRM,
    /** The owner is known; the link leads to the request. */
    REQUEST_RECEIVED,
    REQUEST_CANCELLED,
    REQUEST_ANSWERED,
    /** The reason is what is kept and why. */
    REQUEST_PARTLY_KEPT,
    REQUEST_DENIED,
    /** The file with everything can be fetched. */
    EXPORT_READY,
    /** To the operator: an answer is nearly due. */
    REQUEST_LATE,
    /** Processing was restricted, and will not be any more. */
    RESTRICTION_ENDS,
    /** Nobody has signed in for long. */
    ACCOUNT_IDLE,
    /** The last one before the account ends. */
    ACCOUNT_IDLE_LAST,
    /** To the operator: something is wrong with the retention engine. */
    RETENTION_ALARM,
    /** To the operator: a hold waits for its review since the day that the detail names. */
    HOLD_REVIEW;

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
            case SUPPORT_RECEIVED, SUPPORT_ANSWERED -> EnumSet.of(NAME, REFERENCE, LINK);
            case SUPPORT_URGENT -> EnumSet.of(REFERENCE, LINK);
            case ABUSE_REPORTED -> EnumSet.of(NAME, REFERENCE);
            case ABUSE_WARNING -> EnumSet.of(NAME, REASON);
            case LEGAL_CHANGED, LEGAL_CHANGED_CHILD -> EnumSet.of(NAME, DOCUMENT, DAY, LINK);
            case CONSENT_AGAIN -> EnumSet.of(NAME, DOCUMENT, LINK);
            case BUSINESS_TRANSFER, BUSINESS_TRANSFER_CHILD -> EnumSet.of(NAME, SUCCESSOR, DAY, LINK);
            case REQUEST_CONFIRM, REQUEST_RECEIVED -> EnumSet.of(NAME, REQUEST, LINK);
            case REQUEST_CANCELLED, REQUEST_ANSWERED -> EnumSet.of(NAME, REQUEST);
            case REQUEST_PARTLY_KEPT, REQUEST_DENIED -> EnumSet.of(NAME, REQUEST, REASON);
            case EXPORT_READY -> EnumSet.of(NAME, LINK);
            case REQUEST_LATE -> EnumSet.of(REQUEST, LINK);
            case RETENTION_ALARM -> EnumSet.of(TROUBLE, DETAIL, LINK);
            case HOLD_REVIEW -> EnumSet.of(DETAIL, LINK);
        };
    }
}
