package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.retention.control.OperatorMails;
import io.astrionix.musicmuse.retention.control.Troubles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the operator what is wrong with retention: a line in the log each hour, a mail once a day. */
@Singleton
@PermitAll
public class RetentionWatch {

    private static final Logger LOG = System.getLogger(RetentionWatch.class.getName());

    private Troubles troubles;
    private OperatorMails mails;

    public RetentionWatch() {} // required by the EJB proxy

    @Inject
    public RetentionWatch(Troubles troubles, OperatorMails mails) {
        this.troubles = troubles;
        this.mails = mails;
    }

    /** Ten minutes after the hourly run was asked for. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    public void look() {
        for (var trouble : troubles.now()) {
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
