package io.astrionix.musicmuse.audit.boundary;

import java.util.EnumSet;
import java.util.Set;

/** What can be written to the audit log. The names are stored: never rename one. */
public enum AuditAction {
    // signing in
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGN_IN_LOCKED,
    SIGNED_OUT,
    SIGN_IN_ENDED,
    SIGN_IN_REOPENED,
    DEVICE_FORGOTTEN,
    SECOND_FACTOR_REFUSED,
    CREDENTIAL_CONFIRMED,
    CREDENTIAL_REFUSED,
    // account
    REGISTERED,
    EMAIL_VERIFIED,
    EMAIL_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    TOTP_ENABLED,
    TOTP_DISABLED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    SECOND_FACTOR_RESET,
    PROFILE_CHANGED,
    // guardian
    GUARDIAN_ASKED,
    GUARDIAN_CONSENTED,
    GUARDIAN_DECLINED,
    GUARDIAN_WITHDREW,
    GUARDIAN_LEFT,
    GUARDIAN_VIEWED,
    GUARDIAN_EXPORTED,
    GUARDIAN_CHANGED_AI_DISCLOSURE,
    // administration
    FIRST_ADMIN_CREATED,
    ACCOUNT_INVITED,
    ROLE_GRANTED,
    ROLE_REVOKED,
    ACCOUNT_LOCKED,
    ACCOUNT_UNLOCKED,
    AUDIT_VIEWED,
    AUDIT_VERIFIED,
    AUDIT_EXPORTED,
    OUTBOX_VIEWED,
    OUTBOX_RETRIED,
    // retention
    HOLD_PLACED,
    HOLD_RELEASE_ASKED,
    HOLD_RELEASED,
    RETENTION_RUN_ASKED,
    RETENTION_RUN_APPROVED,
    RETENTION_PAUSED,
    RETENTION_RESUMED,
    RETENTION_REPORT_READ,
    // erasure
    ACCOUNT_ERASED,
    CHILD_ERASED,
    // choices
    CHOICE_MADE,
    RESTRICTION_PLACED,
    RESTRICTION_END_ASKED,
    RESTRICTION_LIFTED,
    PURPOSE_REFUSED,
    // practice
    PRACTICE_RESULT_STORED,
    AUDIO_DEVICE_CHANGED,
    // guards
    ACCESS_DENIED,
    REQUEST_FORGED,
    REQUEST_LIMITED;

    /** What people do every day. */
    private static final Set<AuditAction> EVERYDAY = EnumSet.of(
            PROFILE_CHANGED,
            GUARDIAN_VIEWED,
            GUARDIAN_CHANGED_AI_DISCLOSURE,
            PRACTICE_RESULT_STORED,
            AUDIO_DEVICE_CHANGED);

    /** Whether where it came from is kept for the event's year, even when the account is erased (A6). */
    public boolean isSecurity() {
        return !EVERYDAY.contains(this);
    }
}
