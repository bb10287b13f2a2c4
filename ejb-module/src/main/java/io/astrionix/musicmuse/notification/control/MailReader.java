package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.MailText;
import io.astrionix.musicmuse.notification.entity.OutboxMail;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Writes a stored mail out, for reading. */
@Dependent
public class MailReader {

    private MailRenderer renderer;
    private Settings settings;

    public MailReader() {} // required by the proxy

    @Inject
    public MailReader(MailRenderer renderer, Settings settings) {
        this.renderer = renderer;
        this.settings = settings;
    }

    public MailText read(OutboxMail mail) {
        var written = renderer.render(
                mail.template(),
                mail.language(),
                MailValues.fromJson(mail.values()),
                mail.queuedAt(),
                settings.text(Setting.SITE_ORIGIN).orElse(""));
        return new MailText(mail.recipient(), written.subject(), written.text());
    }
}
