package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.shared.Operator;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import io.astrionix.musicmuse.shared.SiteLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Mails to whoever runs the installation; none where nobody has said who that is, or where the site is. */
@Dependent
public class OperatorMails {

    private final Sql sql;
    private final Outbox outbox;
    private final Operator operator;
    private final SiteLinks links;
    private final Settings settings;

    @Inject
    public OperatorMails(Sql sql, Outbox outbox, Operator operator, SiteLinks links, Settings settings) {
        this.sql = sql;
        this.outbox = outbox;
        this.operator = operator;
        this.links = links;
        this.settings = settings;
    }

    /** Once a day for each trouble. */
    public void tell(Trouble trouble) {
        var today = LocalDate.ofInstant(sql.now(), ZoneOffset.UTC);
        send(
                "retention-alarm:" + trouble.kind() + ":" + trouble.rule() + ":" + today,
                MailTemplate.RETENTION_ALARM,
                "/admin/retention.xhtml",
                Map.of(
                        MailValue.TROUBLE.key(),
                        trouble.kind().name(),
                        MailValue.DETAIL.key(),
                        trouble.rule().isEmpty() ? "-" : trouble.rule()));
    }

    /** Once for each hold whose review date has passed. */
    public void tellHoldsToReview() {
        sql.list(
                        "select id::text as id, review_on::text as review_on from musicmuse.retention_hold"
                                + " where kind = 'LEGAL' and released_at is null and review_on < current_date",
                        row -> Map.entry(row.getString("id"), row.getString("review_on")))
                .forEach(hold -> send(
                        "hold-review:" + hold.getKey(),
                        MailTemplate.HOLD_REVIEW,
                        "/admin/holds.xhtml",
                        Map.of(MailValue.DETAIL.key(), hold.getValue())));
    }

    private void send(String key, MailTemplate template, String page, Map<String, String> values) {
        if (!Mail.isOneAddress(operator.getContact())
                || settings.text(Setting.SITE_ORIGIN).isEmpty()) {
            return; // the log and the console tell it
        }
        var all = new TreeMap<>(values);
        all.put(MailValue.LINK.key(), links.to(page));
        outbox.send(new Mail(key, template, Optional.empty(), operator.getContact(), Locale.ENGLISH, all));
    }
}
