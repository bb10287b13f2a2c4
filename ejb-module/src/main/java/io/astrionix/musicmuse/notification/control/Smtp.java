package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server of the settings.
 *
 * @param user empty where nobody needs to sign in
 * @param tls starttls, tls or none
 * @param from the address our mails come from
 * @param timeout for each answer
 */
record Smtp(String host, int port, String tls, Optional<String> user, String password, String from, Duration timeout) {

    /** Empty where there is none: mails wait. */
    static Optional<Smtp> of(Settings settings) {
        return settings.text(Setting.SMTP_HOST)
                .map(host -> new Smtp(
                        host,
                        settings.count(Setting.SMTP_PORT),
                        settings.text(Setting.SMTP_TLS).orElseThrow(),
                        settings.text(Setting.SMTP_USER),
                        settings.text(Setting.SMTP_PASSWORD).orElse(""),
                        settings.text(Setting.SMTP_FROM).orElseThrow(),
                        settings.duration(Setting.SMTP_TIMEOUT)));
    }

    /** For a session of Jakarta Mail. No certificate is trusted that the JVM does not trust (ASVS 12.3.2). */
    Properties sessionProperties() {
        var properties = new Properties();
        var millis = Long.toString(timeout.toMillis());
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
        return properties;
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + tls + ")";
    }
}
