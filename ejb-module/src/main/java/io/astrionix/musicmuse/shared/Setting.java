package io.astrionix.musicmuse.shared;

import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Every setting of the application, each read by MicroProfile Config: as the environment variable {@link #variable()} or
 * the property {@link #key()}. docs/settings.md holds the same table; a test compares the two.
 */
public enum Setting {
    SITE_ORIGIN(
            "musicmuse.site-origin",
            SettingType.ORIGIN,
            "",
            "",
            "The origin users see, such as https://music.example.org. Empty: the host each request came to."),
    TLS(
            "musicmuse.tls",
            SettingType.SWITCH,
            "false",
            "",
            "Whether the server itself takes requests with TLS, at MUSICMUSE_HTTPS_PORT."),
    TLS_KEYSTORE(
            "musicmuse.tls-keystore",
            SettingType.TEXT,
            "",
            "",
            "File (PKCS 12) with the site's certificate, its chain and its private key; a whole path. Needed where"
                    + " MUSICMUSE_TLS is true."),
    TLS_KEYSTORE_PASSWORD("musicmuse.tls-keystore-password", SettingType.TEXT, "", "", "That file's password."),
    TRUSTED_PROXIES(
            "musicmuse.trusted-proxies",
            SettingType.ADDRESSES,
            "",
            "",
            "The reverse proxies that end TLS for the site: what they, and nobody else, say in X-Forwarded-For and"
                    + " X-Forwarded-Proto is believed."),
    KEYS_FILE(
            "musicmuse.keys-file",
            SettingType.TEXT,
            "musicmuse.keys",
            "",
            "File with this installation's secret keys, made at the first start; below the server's data folder unless absolute."
                    + " All nodes need the same. Back it up, apart from the database."),
    DB_OWNER_USER(
            "musicmuse.db.owner-user",
            SettingType.TEXT,
            "musicmuse_owner",
            "",
            "The database role that owns the tables and changes them at the start of a new version. Another one than MUSICMUSE_DB_USER."),
    DB_OWNER_PASSWORD(
            "musicmuse.db.owner-password", SettingType.TEXT, "", "", "The password of MUSICMUSE_DB_OWNER_USER."),
    LIMIT_SIGN_IN(
            "musicmuse.limits.sign-in",
            SettingType.RATE,
            "60/PT1M",
            "",
            "Tries to sign in from one network (/24 or /48)."),
    LIMIT_REGISTER(
            "musicmuse.limits.register",
            SettingType.RATE,
            "60/PT1H",
            "",
            "Registrations from one network (/24 or /48): a school class may sit behind one."),
    LIMIT_RESET(
            "musicmuse.limits.reset",
            SettingType.RATE,
            "60/PT1H",
            "",
            "Asked password resets and mails sent again, from one network (/24 or /48)."),
    LIMIT_CONTACT(
            "musicmuse.limits.contact",
            SettingType.RATE,
            "10/PT1H",
            "",
            "Messages to the operator from one network (/24 or /48)."),
    LIMIT_TAKE_START("musicmuse.limits.take-start", SettingType.RATE, "30/PT1M", "", "Takes begun by one account."),
    LIMIT_PRACTICE_SOCKET(
            "musicmuse.limits.practice-socket",
            SettingType.RATE,
            "60/PT1M",
            "",
            "Practice sockets opened by one account: one for each take, and one each time its connection was lost."),
    LIMIT_MAIL(
            "musicmuse.limits.mail",
            SettingType.RATE,
            "6/PT1H",
            "",
            "Links of one kind sent to or for one account, whoever asks: new password, email, waiting registration."),
    LIMIT_EXPORT(
            "musicmuse.limits.export", SettingType.RATE, "10/PT1H", "", "Exports of personal data by one account."),
    LIMIT_CSP_REPORT(
            "musicmuse.limits.csp-report",
            SettingType.RATE,
            "30/PT1M",
            "",
            "Reports of browsers, from one network (/24 or /48), that a page tried what its policy forbids; more are dropped."),
    LIMIT_REFUSAL_NOTE(
            "musicmuse.limits.refusal-note",
            SettingType.RATE,
            "10/PT1M",
            "",
            "Refused requests, from one network (/24 or /48) or account, that are written to the audit log; all are refused."),
    OPERATOR_NAME(
            "musicmuse.operator.name",
            SettingType.TEXT,
            "",
            "",
            "Who runs this installation and answers for the data in it: a person, a school, a company. Shown at sign-up."),
    OPERATOR_CONTACT(
            "musicmuse.operator.contact",
            SettingType.TEXT,
            "",
            "",
            "The operator's email address for questions about data. Shown at sign-up and where one writes to the operator;"
                    + " urgent messages are told to it."),
    OPERATOR_COUNTRY(
            "musicmuse.operator.country",
            SettingType.TEXT,
            "",
            "",
            "The country the data goes to, such as United States. Shown at sign-up."),
    REGISTRATION(
            "musicmuse.registration",
            SettingType.OPENNESS,
            "closed",
            "",
            "Whether strangers may make accounts. Stays closed, whatever is set here, while one of the operator's three"
                    + " settings or the site's origin is empty."),
    AUDIT_ANCHOR_FILE(
            "musicmuse.audit.anchor-file",
            SettingType.TEXT,
            "musicmuse.audit-anchor",
            "",
            "File that remembers outside the database how far the audit log had come; beside the keys file unless absolute."
                    + " Best on another volume."),
    ERASURE_LEDGER_FILE(
            "musicmuse.erasure.ledger-file",
            SettingType.TEXT,
            "musicmuse.erasure-ledger",
            "",
            "File that remembers outside the database what was erased, so that a restored database forgets it again; beside the"
                    + " keys file unless absolute. Best on another volume; all nodes need the same."),
    AUDIT_SEAL_ALARM(
            "musicmuse.audit.seal-alarm",
            SettingType.DURATION,
            "PT30S",
            "ISO-8601 duration",
            "An audit entry that waits longer than this for its seal is reported in the log and on the page."),
    EXPORT_FOLDER(
            "musicmuse.export.folder",
            SettingType.TEXT,
            "musicmuse.exports",
            "",
            "Folder with the encrypted files that people can download for a time; beside the keys file unless absolute. All"
                    + " nodes need the same."),
    DEMO_PASSWORD(
            "musicmuse.demo.password",
            SettingType.TEXT,
            "",
            "",
            "Makes or updates one demo account for each role with this password at each start. Empty: no demo accounts."),
    DEMO_TOTP_SEED(
            "musicmuse.demo.totp-seed",
            SettingType.SEED,
            "",
            "",
            "Seed of the authenticator app of those demo accounts whose role needs a second factor. Empty: they have none yet."),
    LEARNER_IDLE(
            "musicmuse.sign-in.learner-idle",
            SettingType.DURATION,
            "PT2H",
            "ISO-8601 duration",
            "A learner's or guardian's sign-in that is not used for this long ends."),
    LEARNER_SIGN_IN(
            "musicmuse.sign-in.learner-longest",
            SettingType.DURATION,
            "PT12H",
            "ISO-8601 duration",
            "A learner's or guardian's sign-in ends after this time in any case."),
    STAFF_IDLE(
            "musicmuse.sign-in.staff-idle",
            SettingType.DURATION,
            "PT30M",
            "ISO-8601 duration",
            "The sign-in of anybody with another role that is not used for this long ends."),
    STAFF_SIGN_IN(
            "musicmuse.sign-in.staff-longest",
            SettingType.DURATION,
            "PT8H",
            "ISO-8601 duration",
            "The sign-in of anybody with another role ends after this time in any case."),
    NETWORK_FAILURES(
            "musicmuse.sign-in.network-failures",
            SettingType.COUNT,
            "100",
            "wrong passwords",
            "So many wrong passwords from one network (/24, /48) in 15 minutes stop sign-in from devices unknown to an account there."),
    NETWORK_ACCOUNTS(
            "musicmuse.sign-in.network-accounts",
            SettingType.COUNT,
            "30",
            "accounts",
            "Wrong passwords for so many accounts from one network in 15 minutes do the same. More for a school behind one address."),
    SOCKETS_PER_ACCOUNT(
            "musicmuse.practice.sockets-per-account",
            SettingType.COUNT,
            "3",
            "sockets",
            "How many practice sockets one account may have open at once."),
    SOCKET_IDLE(
            "musicmuse.practice.socket-idle",
            SettingType.DURATION,
            "PT15S",
            "ISO-8601 duration",
            "A practice socket that says nothing for this long is closed."),
    TAKE_GRACE(
            "musicmuse.practice.take-grace",
            SettingType.DURATION,
            "PT60S",
            "ISO-8601 duration",
            "How long a take waits in memory for its page to connect again."),
    TAKE_TAIL(
            "musicmuse.practice.take-tail",
            SettingType.DURATION,
            "PT30S",
            "ISO-8601 duration",
            "How much longer than its music a take may be."),
    TAKE_LIMIT(
            "musicmuse.practice.take-limit",
            SettingType.DURATION,
            "PT15M",
            "ISO-8601 duration",
            "The longest take there is, whatever its music."),
    RETENTION_CHUNK(
            "musicmuse.retention.chunk",
            SettingType.COUNT,
            "1000",
            "rows",
            "How many rows one transaction of the retention jobs deletes."),
    SMTP_HOST(
            "musicmuse.smtp.host",
            SettingType.TEXT,
            "",
            "",
            "The mail server that sends our mails. Empty: they wait in the outbox, where the platform administrator reads them."),
    SMTP_PORT("musicmuse.smtp.port", SettingType.PORT, "587", "port", "Where the mail server listens."),
    SMTP_TLS(
            "musicmuse.smtp.tls",
            SettingType.TLS,
            "starttls",
            "",
            "How the way to the mail server is encrypted; its certificate and name are always checked. none: only for a"
                    + " server on this machine."),
    SMTP_USER(
            "musicmuse.smtp.user",
            SettingType.TEXT,
            "",
            "",
            "Who signs in to the mail server. Empty: nobody needs to."),
    SMTP_PASSWORD("musicmuse.smtp.password", SettingType.TEXT, "", "", "That user's password."),
    SMTP_FROM(
            "musicmuse.smtp.from",
            SettingType.TEXT,
            "",
            "",
            "The address our mails come from, such as music@example.org; needed with a mail server."),
    SMTP_TIMEOUT(
            "musicmuse.smtp.timeout",
            SettingType.DURATION,
            "PT20S",
            "ISO-8601 duration",
            "How long to wait for one answer of the mail server."),
    MAIL_PRINT_LINKS(
            "musicmuse.mail.print-links",
            SettingType.SWITCH,
            "false",
            "",
            "Writes the link of each mail into the server's log. Only for development: such links open accounts. The"
                    + " launcher sets it where there is no mail server.");

    private final String key;
    private final SettingType type;
    private final String defaultValue;
    private final String unit;
    private final String meaning;

    Setting(String key, SettingType type, String defaultValue, String unit, String meaning) {
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

    public SettingType type() {
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
            throw new InvalidSettingException(this, type.expected(), wrong);
        }
    }
}
