package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.health.ApplicationState;
import io.astrionix.musicmuse.retention.control.OperatorMails;
import io.astrionix.musicmuse.retention.control.Troubles;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Tells the operator what is wrong with retention: a line in the log each hour, a mail once a day, and how much it is in
 * {@code /health/ready}, which stays up for that.
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class RetentionWatch {

    private static final Logger LOG = System.getLogger(RetentionWatch.class.getName());

    /** Until the run that follows a start has ended, on most days. */
    private static final Duration AFTER_START = Duration.ofSeconds(30);

    @Resource
    private TimerService timers;

    private Troubles troubles;
    private OperatorMails mails;

    public RetentionWatch() {} // required by the EJB proxy

    @Inject
    public RetentionWatch(Troubles troubles, OperatorMails mails) {
        this.troubles = troubles;
        this.mails = mails;
    }

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void afterStart() {
        look();
    }

    /** Ten minutes after the hourly run was asked for. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    public void look() {
        var now = troubles.now();
        ApplicationState.retentionTroubles(now.size());
        for (var trouble : now) {
            LOG.log(
                    Level.WARNING,
                    "MUSICMUSE-ALARM retention {0} {1}: see /admin/retention.xhtml",
                    trouble.kind(),
                    trouble.rule());
            mails.tell(trouble);
        }
        mails.tellHoldsToReview();
    }
}
