package io.astrionix.musicmuse.shared;

import static io.astrionix.musicmuse.shared.InvalidSettingException.unless;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A mail server is set as a whole or not at all. */
final class SmtpRules {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@<>()\\[\\],;:\\\\\"]]+@[A-Za-z0-9.-]+");

    /** Ten answers later than this, and the lease of the mail would be over. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private SmtpRules() {}

    /** @throws InvalidSettingException if a part is missing or too much */
    static void check(Settings settings) {
        var host = settings.text(Setting.SMTP_HOST);
        if (host.isEmpty()) {
            for (var part : List.of(Setting.SMTP_USER, Setting.SMTP_PASSWORD, Setting.SMTP_FROM)) {
                unless(settings.text(part).isEmpty(), part, "empty where MUSICMUSE_SMTP_HOST is");
            }
            return;
        }
        unless(
                settings.text(Setting.SMTP_FROM)
                        .filter(from -> ADDRESS.matcher(from).matches())
                        .isPresent(),
                Setting.SMTP_FROM,
                "an email address where MUSICMUSE_SMTP_HOST is set");
        unless(
                settings.text(Setting.SITE_ORIGIN).isPresent(),
                Setting.SITE_ORIGIN,
                "set where MUSICMUSE_SMTP_HOST is: mails hold links");
        unless(
                settings.text(Setting.SMTP_USER).isPresent()
                        == settings.text(Setting.SMTP_PASSWORD).isPresent(),
                Setting.SMTP_PASSWORD,
                "set where MUSICMUSE_SMTP_USER is, and only there");
        unless(
                !settings.text(Setting.SMTP_TLS).orElseThrow().equals("none") || THIS_MACHINE.contains(host.get()),
                Setting.SMTP_TLS,
                "starttls or tls where MUSICMUSE_SMTP_HOST is not this machine");
        unless(
                settings.duration(Setting.SMTP_TIMEOUT).compareTo(LONGEST_TIMEOUT) <= 0,
                Setting.SMTP_TIMEOUT,
                "at most " + LONGEST_TIMEOUT);
    }
}
