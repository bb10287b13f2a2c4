package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.accounts.boundary.AccountAddress;
import io.astrionix.musicmuse.accounts.boundary.ConsentRenewal;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.SiteLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Tells somebody of a version, by mail, and of a minor the guardian too. Who was told already is not told again, whatever
 * became of the mail (R82). Needs the caller's transaction.
 */
@Dependent
public class NoticeMails {

    private ReceiptRepository receipts;
    private ConsentRenewal consents;
    private Outbox outbox;
    private SiteLinks links;
    private Clock clock;

    public NoticeMails() {} // required by the proxy

    @Inject
    public NoticeMails(
            ReceiptRepository receipts, ConsentRenewal consents, Outbox outbox, SiteLinks links, Clock clock) {
        this.receipts = receipts;
        this.consents = consents;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /** Those of the accounts who were not told before. */
    public List<UUID> untold(LegalVersionView version, List<UUID> accounts) {
        var told = receipts.told(accounts, version.document(), version.number());
        return accounts.stream().filter(account -> !told.contains(account)).toList();
    }

    /**
     * @return whether it was the first time
     * @throws IllegalArgumentException if no mail can be written to an address; nothing is written down then
     */
    public boolean tell(LegalVersionView version, AccountAddress address) {
        var mails = new ArrayList<Mail>();
        mails.add(mail(version, "", Templates.of(version).own(), address, address));
        address.guardian().ifPresent(guardian -> {
            mails.add(mail(version, "-guardian", Templates.of(version).guardian(), guardian, address));
        });
        if (!receipts.told(address.account(), version.document(), version.number(), clock.instant())) {
            return false;
        }
        if (!version.changedPurposes().isEmpty() && consents.lapse(address.account())) {
            address.guardian()
                    .map(guardian -> mail(version, "-consent", MailTemplate.CONSENT_AGAIN, guardian, address))
                    .ifPresent(mails::add);
        }
        mails.forEach(outbox::send);
        return true;
    }

    /** @param about whose name is in the mail */
    private Mail mail(
            LegalVersionView version, String suffix, MailTemplate template, AccountAddress to, AccountAddress about) {
        var key = "policy-" + version.document().path() + "-" + version.number() + "-" + about.account() + suffix;
        var values = new TreeMap<>(Map.of(
                "name",
                about.name(),
                "day",
                version.effectiveOn().toString(),
                "document",
                version.document().name(),
                "successor",
                Optional.ofNullable(version.successor()).orElse(""),
                "link",
                link(version, template)));
        values.keySet().retainAll(template.needs().stream().map(MailValue::key).toList());
        return new Mail(key, template, Optional.of(to.account()), to.email(), to.language(), values);
    }

    private String link(LegalVersionView version, MailTemplate template) {
        if (template == MailTemplate.CONSENT_AGAIN) {
            return links.to("/guardian/index.xhtml");
        }
        var document = version.document().hasText() ? version.document() : LegalDocument.PRIVACY;
        return links.to("/legal/" + document.path() + ".xhtml");
    }

    /** The mail to somebody, and the one to the guardian. */
    private record Templates(MailTemplate own, MailTemplate guardian) {

        static Templates of(LegalVersionView version) {
            return version.document().hasText()
                    ? new Templates(MailTemplate.LEGAL_CHANGED, MailTemplate.LEGAL_CHANGED_CHILD)
                    : new Templates(MailTemplate.BUSINESS_TRANSFER, MailTemplate.BUSINESS_TRANSFER_CHILD);
        }
    }
}
