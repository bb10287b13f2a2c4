package io.astrionix.musicmuse.shared;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * Every setting of the application, each read by MicroProfile Config: as the environment variable {@link #variable()} or
 * the property {@link #key()}. docs/settings.md holds the same table; a test compares the two.
 */
public enum Setting {
    SITE_ORIGIN(
            "musicmuse.site-origin",
            Type.ORIGIN,
            "",
            "",
            "The origin users see, such as https://music.example.org. Empty: the host each request came to."),
    KEYS_FILE(
            "musicmuse.keys-file",
            Type.TEXT,
            "musicmuse.keys",
            "",
            "File with this installation's secret keys, made at the first start; below the server's data folder unless absolute."
                    + " All nodes need the same. Back it up, apart from the database."),
    DB_OWNER_USER(
            "musicmuse.db.owner-user",
            Type.TEXT,
            "musicmuse_owner",
            "",
            "The database role that owns the tables and changes them at the start of a new version. Another one than MUSICMUSE_DB_USER."),
    DB_OWNER_PASSWORD("musicmuse.db.owner-password", Type.TEXT, "", "", "The password of MUSICMUSE_DB_OWNER_USER."),
    LIMIT_SIGN_IN(
            "musicmuse.limits.sign-in", Type.RATE, "60/PT1M", "", "Tries to sign in from one network (/24 or /48)."),
    LIMIT_REGISTER(
            "musicmuse.limits.register",
            Type.RATE,
            "60/PT1H",
            "",
            "Registrations from one network (/24 or /48): a school class may sit behind one."),
    LIMIT_RESET(
            "musicmuse.limits.reset",
            Type.RATE,
            "60/PT1H",
            "",
            "Asked password resets and mails sent again, from one network (/24 or /48)."),
    LIMIT_CONTACT(
            "musicmuse.limits.contact",
            Type.RATE,
            "10/PT1H",
            "",
            "Messages to the operator from one network (/24 or /48)."),
    LIMIT_TAKE_START("musicmuse.limits.take-start", Type.RATE, "30/PT1M", "", "Takes begun by one account."),
    LIMIT_MAIL(
            "musicmuse.limits.mail",
            Type.RATE,
            "6/PT1H",
            "",
            "Links of one kind sent to or for one account, whoever asks: new password, email, waiting registration."),
    LIMIT_EXPORT("musicmuse.limits.export", Type.RATE, "10/PT1H", "", "Exports of personal data by one account."),
    LIMIT_CSP_REPORT(
            "musicmuse.limits.csp-report",
            Type.RATE,
            "30/PT1M",
            "",
            "Reports of browsers, from one network (/24 or /48), that a page tried what its policy forbids; more are dropped."),
    LIMIT_REFUSAL_NOTE(
            "musicmuse.limits.refusal-note",
            Type.RATE,
            "10/PT1M",
            "",
            "Refused requests, from one network (/24 or /48) or account, that are written to the audit log; all are refused."),
    OPERATOR_NAME(
            "musicmuse.operator.name",
            Type.TEXT,
            "",
            "",
            "Who runs this installation and answers for the data in it: a person, a school, a company. Shown at sign-up."),
    OPERATOR_CONTACT(
            "musicmuse.operator.contact",
            Type.TEXT,
            "",
            "",
            "The operator's email address for questions about data. Shown at sign-up."),
    OPERATOR_COUNTRY(
            "musicmuse.operator.country",
            Type.TEXT,
            "",
            "",
            "The country the data goes to, such as United States. Shown at sign-up."),
    REGISTRATION(
            "musicmuse.registration",
            Type.OPENNESS,
            "closed",
            "",
            "Whether strangers may make accounts. Stays closed, whatever is set here, while one of the operator's three"
                    + " settings or the site's origin is empty."),
    AUDIT_ANCHOR_FILE(
            "musicmuse.audit.anchor-file",
            Type.TEXT,
            "musicmuse.audit-anchor",
            "",
            "File that remembers outside the database how far the audit log had come; beside the keys file unless absolute."
                    + " Best on another volume."),
    AUDIT_SEAL_ALARM(
            "musicmuse.audit.seal-alarm",
            Type.DURATION,
            "PT30S",
            "ISO-8601 duration",
            "An audit entry that waits longer than this for its seal is reported in the log and on the page."),
    DEMO_PASSWORD(
            "musicmuse.demo.password",
            Type.TEXT,
            "",
            "",
            "Makes or updates one demo account for each role with this password at each start. Empty: no demo accounts."),
    DEMO_TOTP_SEED(
            "musicmuse.demo.totp-seed",
            Type.SEED,
            "",
            "",
            "Seed of the authenticator app of those demo accounts whose role needs a second factor. Empty: they have none yet."),
    LEARNER_IDLE(
            "musicmuse.sign-in.learner-idle",
            Type.DURATION,
            "PT2H",
            "ISO-8601 duration",
            "A learner's or guardian's sign-in that is not used for this long ends."),
    LEARNER_SIGN_IN(
            "musicmuse.sign-in.learner-longest",
            Type.DURATION,
            "PT12H",
            "ISO-8601 duration",
            "A learner's or guardian's sign-in ends after this time in any case."),
    STAFF_IDLE(
            "musicmuse.sign-in.staff-idle",
            Type.DURATION,
            "PT30M",
            "ISO-8601 duration",
            "The sign-in of anybody with another role that is not used for this long ends."),
    STAFF_SIGN_IN(
            "musicmuse.sign-in.staff-longest",
            Type.DURATION,
            "PT8H",
            "ISO-8601 duration",
            "The sign-in of anybody with another role ends after this time in any case."),
    NETWORK_FAILURES(
            "musicmuse.sign-in.network-failures",
            Type.COUNT,
            "100",
            "wrong passwords",
            "So many wrong passwords from one network (/24, /48) in 15 minutes stop sign-in from devices unknown to an account there."),
    NETWORK_ACCOUNTS(
            "musicmuse.sign-in.network-accounts",
            Type.COUNT,
            "30",
            "accounts",
            "Wrong passwords for so many accounts from one network in 15 minutes do the same. More for a school behind one address."),
    SOCKETS_PER_ACCOUNT(
            "musicmuse.practice.sockets-per-account",
            Type.COUNT,
            "3",
            "sockets",
            "How many practice sockets one account may have open at once."),
    SOCKET_IDLE(
            "musicmuse.practice.socket-idle",
            Type.DURATION,
            "PT15S",
            "ISO-8601 duration",
            "A practice socket that says nothing for this long is closed."),
    TAKE_GRACE(
            "musicmuse.practice.take-grace",
            Type.DURATION,
            "PT60S",
            "ISO-8601 duration",
            "How long a take waits in memory for its page to connect again."),
    TAKE_TAIL(
            "musicmuse.practice.take-tail",
            Type.DURATION,
            "PT30S",
            "ISO-8601 duration",
            "How much longer than its music a take may be."),
    TAKE_LIMIT(
            "musicmuse.practice.take-limit",
            Type.DURATION,
            "PT15M",
            "ISO-8601 duration",
            "The longest take there is, whatever its music."),
    ABANDONED_AFTER(
            "musicmuse.practice.abandoned-after",
            Type.DURATION,
            "PT24H",
            "ISO-8601 duration",
            "A practice session that was begun and never finished is deleted after this time."),
    ABANDONED_CHUNK(
            "musicmuse.practice.abandoned-chunk",
            Type.COUNT,
            "100",
            "sessions",
            "How many abandoned sessions one transaction deletes."),
    SMTP_HOST(
            "musicmuse.smtp.host",
            Type.TEXT,
            "",
            "",
            "The mail server that sends our mails. Empty: they wait in the outbox, where the platform administrator reads them."),
    SMTP_PORT("musicmuse.smtp.port", Type.PORT, "587", "port", "Where the mail server listens."),
    SMTP_TLS(
            "musicmuse.smtp.tls",
            Type.TLS,
            "starttls",
            "",
            "How the way to the mail server is encrypted; its certificate and name are always checked. none: only for a"
                    + " server on this machine."),
    SMTP_USER("musicmuse.smtp.user", Type.TEXT, "", "", "Who signs in to the mail server. Empty: nobody needs to."),
    SMTP_PASSWORD("musicmuse.smtp.password", Type.TEXT, "", "", "That user's password."),
    SMTP_FROM(
            "musicmuse.smtp.from",
            Type.TEXT,
            "",
            "",
            "The address our mails come from, such as music@example.org; needed with a mail server."),
    SMTP_TIMEOUT(
            "musicmuse.smtp.timeout",
            Type.DURATION,
            "PT20S",
            "ISO-8601 duration",
            "How long to wait for one answer of the mail server."),
    MAIL_PRINT_LINKS(
            "musicmuse.mail.print-links",
            Type.SWITCH,
            "false",
            "",
            "Writes the link of each mail into the server's log. Only for development: such links open accounts. The"
                    + " launcher sets it where there is no mail server.");

    private final String key;
    private final Type type;
    private final String defaultValue;
    private final String unit;
    private final String meaning;

    Setting(String key, Type type, String defaultValue, String unit, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The property name. */
    public String key() {
        return key;
    }

    /** The environment variable of the same setting (MicroProfile Config's rule). */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public Type type() {
        return type;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /**
     * Reads a text as this setting's value.
     *
     * @throws InvalidSettingException with one line that names the variable, what is wrong and what would be right
     */
    Object parse(String text) {
        try {
            return type.read(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new InvalidSettingException(this, type.expected, wrong);
        }
    }

    /** What a value looks like. */
    public enum Type {
        TEXT("a text"),
        COUNT("a whole number from 1 to 1000000"),
        DURATION("an ISO-8601 duration of more than nothing and at most 366 days, such as PT15S or PT24H"),
        SEED("empty or 32 letters of Base32 (A to Z and 2 to 7)"),
        RATE("a number from 1 to 1000000 and the ISO-8601 duration it is for, such as 60/PT1M"),
        ORIGIN("empty or https and a host, such as https://music.example.org; http for localhost alone"),
        OPENNESS("open or closed"),
        PORT("a port, a whole number from 1 to 65535"),
        TLS("starttls, tls or none"),
        SWITCH("true or false");

        private static final Duration LONGEST = Duration.ofDays(366);

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }

        /** What a value looks like, in words. */
        public String expected() {
            return expected;
        }

        private Object read(String text) {
            return switch (this) {
                case TEXT -> text;
                case COUNT -> count(text, 1_000_000);
                case DURATION -> duration(text);
                case RATE -> rate(text);
                case OPENNESS -> oneOf(List.of("open", "closed"), text).equals("open");
                case SEED -> seed(text);
                case ORIGIN -> SiteOrigin.parse(text);
                case PORT -> count(text, 65_535);
                case TLS -> oneOf(List.of("starttls", "tls", "none"), text);
                case SWITCH -> Boolean.valueOf(oneOf(List.of("true", "false"), text));
            };
        }

        private static String oneOf(List<String> choices, String text) {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException("none of " + choices);
            }
            return text;
        }

        private static int count(String text, int atMost) {
            int count = Integer.parseInt(text);
            if (count < 1 || count > atMost) {
                throw new IllegalArgumentException("out of range");
            }
            return count;
        }

        private static Rate rate(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException("no rate");
            }
            return new Rate(count(text.substring(0, slash), 1_000_000), duration(text.substring(slash + 1)));
        }

        private static Duration duration(String text) {
            var duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return duration;
        }

        private static Object seed(String text) {
            if (!text.matches("([A-Z2-7]{32})?")) {
                throw new IllegalArgumentException("not a seed");
            }
            return text;
        }
    }
}
