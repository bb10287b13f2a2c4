package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** For development: says in the log where each mail would lead. The launcher shows these lines. */
@ApplicationScoped
public class PrintedLinks {

    private static final Logger LOG = System.getLogger(PrintedLinks.class.getName());

    private Settings settings;

    public PrintedLinks() {} // required by the proxy

    @Inject
    public PrintedLinks(Settings settings) {
        this.settings = settings;
    }

    /** Once the mail is certain. */
    void print(@Observes(during = TransactionPhase.AFTER_SUCCESS) Mail queued) {
        var link = queued.values().get(MailValue.LINK.key());
        if (link != null && settings.isOn(Setting.MAIL_PRINT_LINKS)) {
            LOG.log(Level.INFO, "MUSICMUSE-MAIL {0} to {1}: {2}", queued.template(), queued.to(), link);
        }
    }
}
