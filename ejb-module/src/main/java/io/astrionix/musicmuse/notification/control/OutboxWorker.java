package io.astrionix.musicmuse.notification.control;

import io.astrionix.musicmuse.notification.control.OutboxLeases.LentMail;
import io.astrionix.musicmuse.notification.control.Postman.UndeliverableException;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Doors;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sends what is due, every other second, where there is a mail server; each node has one such worker. */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // the database sees to it that each mail has one sender
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // none is open while the mail server is waited for
public class OutboxWorker {

    private static final Logger LOG = System.getLogger(OutboxWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    private TimerService timers;

    private OutboxLeases leases;
    private MailRenderer renderer;
    private Settings settings;
    private Clock clock;
    private Optional<Postman> postman = Optional.empty();

    public OutboxWorker() {} // required by the EJB proxy

    @Inject
    public OutboxWorker(OutboxLeases leases, MailRenderer renderer, Settings settings, Clock clock) {
        this.leases = leases;
        this.renderer = renderer;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        var smtp = Smtp.of(settings);
        smtp.ifPresentOrElse(
                server -> LOG.log(Level.INFO, "Mails go to {0}", server),
                () -> LOG.log(Level.INFO, "There is no mail server: mails wait in the outbox"));
        postman = smtp.map(Postman::new);
        if (postman.isPresent()) {
            wakeLater();
        }
    }

    /** After a pause from the end of the last time, so that it never runs into itself. */
    private void wakeLater() {
        timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void awake() {
        try {
            deliverDue();
        } catch (RuntimeException trouble) { // such as a database that restarts: the next time may be better
            LOG.log(Level.WARNING, "The outbox could not be worked on: {0}", trouble.toString());
        } finally {
            wakeLater();
        }
    }

    /** Sends mails until none is due, or until the mail server cannot be talked to. */
    public void deliverDue() {
        boolean goOn = postman.isPresent() && !Doors.areShut();
        while (goOn) {
            var due = leases.take();
            goOn = due.isPresent() && deliver(due.get());
        }
    }

    /** @return whether the mail server still answers */
    private boolean deliver(LentMail mail) {
        try {
            postman.orElseThrow().send(mail.id(), mail.to(), render(mail), clock.instant());
            leases.sent(mail);
            return true;
        } catch (UndeliverableException refused) {
            leases.undeliverable(mail, refused.getMessage());
            log(mail, refused);
            return true;
        } catch (MessagingException failed) {
            leases.notSent(mail, failed.getMessage());
            log(mail, failed);
            return false;
        }
    }

    private RenderedMail render(LentMail mail) {
        return renderer.render(
                mail.template(),
                mail.language(),
                mail.values(),
                mail.queuedAt(),
                settings.text(Setting.SITE_ORIGIN).orElseThrow());
    }

    /** The server's words may name the address; they are with the mail. */
    private static void log(LentMail mail, MessagingException trouble) {
        LOG.log(
                Level.WARNING,
                "Mail {0} was not sent at try {1}: {2}",
                mail.id(),
                mail.attempt(),
                trouble.getClass().getSimpleName());
    }
}
