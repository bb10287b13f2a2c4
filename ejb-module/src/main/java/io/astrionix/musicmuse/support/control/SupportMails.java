package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.accounts.boundary.KnownAccount;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.Operator;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import io.astrionix.musicmuse.shared.SiteLinks;
import io.astrionix.musicmuse.support.entity.AbuseReport;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mails about messages and reports, each with a key of its own, so that it goes out once (R23, R82). What was written
 * stays on our pages: mails hold its number and a link.
 */
@Dependent
public class SupportMails {

    private static final Logger LOG = System.getLogger(SupportMails.class.getName());

    private Outbox outbox;
    private ThreadLinks threadLinks;
    private SiteLinks links;
    private Operator operator;
    private Settings settings;

    public SupportMails() {} // required by CDI beside the constructor below

    @Inject
    public SupportMails(Outbox outbox, ThreadLinks threadLinks, SiteLinks links, Operator operator, Settings settings) {
        this.outbox = outbox;
        this.threadLinks = threadLinks;
        this.links = links;
        this.operator = operator;
        this.settings = settings;
    }

    /** To the sender: the message is here, and this is its number. */
    public void received(SupportThread thread) {
        toSender(thread, MailTemplate.SUPPORT_RECEIVED, thread.id().toString());
    }

    /** To the sender: there is an answer. */
    public void answered(SupportThread thread) {
        toSender(
                thread,
                MailTemplate.SUPPORT_ANSWERED,
                thread.id() + " " + thread.messages().size());
    }

    /** To the operator: an urgent message waits (R61). Says nothing of who wrote what. */
    public void urgent(SupportThread thread) {
        var to = operator.getContact();
        if (!canHoldLinks() || !Mail.isOneAddress(to)) {
            LOG.log(
                    Level.WARNING,
                    "MUSICMUSE-ALARM Message {0} is urgent, and cannot be mailed: MUSICMUSE_OPERATOR_CONTACT must be an"
                            + " address, and MUSICMUSE_SITE_ORIGIN be set",
                    thread.reference());
            return;
        }
        var link = links.to("/admin/support/thread.xhtml") + "?id=" + thread.id();
        outbox.send(new Mail(
                MailTemplate.SUPPORT_URGENT + " " + thread.id() + " "
                        + thread.messages().size(),
                MailTemplate.SUPPORT_URGENT,
                Optional.empty(),
                to,
                Locale.getDefault(),
                Map.of("reference", thread.reference(), "link", link)));
    }

    /** To the reporter: the report is here, and this is its number. */
    public void reported(AbuseReport report, KnownAccount reporter) {
        outbox.send(new Mail(
                MailTemplate.ABUSE_REPORTED + " " + report.id(),
                MailTemplate.ABUSE_REPORTED,
                Optional.of(reporter.id()),
                reporter.email(),
                reporter.language(),
                Map.of("name", reporter.displayName(), "reference", report.reference())));
    }

    /** To the owner of the account that a report is about. Says nothing of who reported it. */
    public void warned(AbuseReport report, KnownAccount accused, String reason) {
        outbox.send(new Mail(
                MailTemplate.ABUSE_WARNING + " " + report.id() + " "
                        + report.actions().size(),
                MailTemplate.ABUSE_WARNING,
                Optional.of(accused.id()),
                accused.email(),
                accused.language(),
                Map.of("name", accused.displayName(), "reason", reason)));
    }

    private void toSender(SupportThread thread, MailTemplate template, String occasion) {
        if (!canHoldLinks()) {
            return;
        }
        var sender = thread.sender();
        outbox.send(new Mail(
                template + " " + occasion,
                template,
                thread.account(),
                sender.email(),
                sender.language(),
                Map.of(
                        "name", sender.name(),
                        "reference", thread.reference(),
                        "link", threadLinks.issue(thread))));
    }

    /** Without the site's origin there is no mail server either; the message is kept all the same. */
    private boolean canHoldLinks() {
        return settings.text(Setting.SITE_ORIGIN).isPresent();
    }
}
