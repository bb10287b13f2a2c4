package io.astrionix.musicmuse.notification.boundary;

import io.astrionix.musicmuse.shared.Role;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A place in the text of a mail: {name} is filled by {@link #NAME}. */
public enum MailValue {
    /** What somebody calls themselves. */
    NAME,
    /** An address on this site, absolute. */
    LINK,
    /** Browser and system in words, such as "Firefox on Linux". */
    DEVICE,
    /** What became of a second factor: one of {@link #CHANGES}; the text in the mail comes from the bundle. */
    CHANGE,
    /** The name of a {@link Role}; the text in the mail comes from the bundle. */
    ROLE,
    /** The number of a message or a report, such as M-000123. */
    REFERENCE,
    /** Why something was done or kept, in the words of the staff or of the mail's language. */
    REASON,
    /** Which legal document: one of {@link #DOCUMENTS}; the text in the mail comes from the bundle. */
    DOCUMENT,
    /** A date in ISO-8601, such as 2026-12-31; the mail has it in its language. */
    DAY,
    /** Who gets the business. */
    SUCCESSOR,
    /** What somebody asked for about the own data: one of {@link #REQUESTS}; the text comes from the bundle. */
    REQUEST,
    /** What is wrong with the retention engine: one of {@link #TROUBLES}; the text in the mail comes from the bundle. */
    TROUBLE,
    /** What a mail to the operator is about: the id of a rule, or a day. */
    DETAIL;

    public static final List<String> REQUESTS = List.of(
            "ACCESS",
            "PORTABILITY",
            "CORRECTION",
            "DELETION",
            "RESTRICTION",
            "OBJECTION",
            "CONSENT_WITHDRAWAL",
            "KNOW",
            "DELETE",
            "OPT_OUT");

    /** As in the audit log. */
    public static final List<String> CHANGES = List.of(
            "TOTP_ENABLED",
            "TOTP_DISABLED",
            "RECOVERY_CODES_MADE",
            "RECOVERY_CODE_USED",
            "PASSKEY_ADDED",
            "PASSKEY_REMOVED",
            "SECOND_FACTOR_RESET");

    public static final List<String> DOCUMENTS = List.of("PRIVACY", "COOKIES", "TERMS");
    public static final List<String> TROUBLES = List.of("OVERDUE", "STOPPED", "EXCEPTIONS", "RUN_FAILED", "SILENT");

    private static final int LONGEST = 2_000;

    /** The name of the place, and the key in {@link Mail#values}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values that there are, where the text comes from the bundle; empty where any text will do. */
    public List<String> choices() {
        return switch (this) {
            case CHANGE -> CHANGES;
            case ROLE -> Arrays.stream(Role.values()).map(Role::name).toList();
            case NAME, LINK, DEVICE, REFERENCE, REASON, DAY, SUCCESSOR, DETAIL -> List.of();
            case DOCUMENT -> DOCUMENTS;
            case REQUEST -> REQUESTS;
            case TROUBLE -> TROUBLES;
        };
    }

    /** @return why the value cannot be used; empty: it can */
    Optional<String> objection(String value) {
        if (value.length() > LONGEST) {
            return Optional.of(key() + " is too long");
        }
        if (!OneLine.is(value)) {
            return Optional.of(key() + " is not one line of text");
        }
        if (this == LINK && !isWebAddress(value)) {
            return Optional.of("link is not an absolute address");
        }
        if (this == DAY && !isDate(value)) {
            return Optional.of("day is not a date");
        }
        boolean chosen = choices().isEmpty() || choices().contains(value);
        return chosen ? Optional.empty() : Optional.of(key() + " is none of " + choices());
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = URI.create(value);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
