package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountAddress;
import io.astrionix.musicmuse.accounts.boundary.AccountAddresses;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.legal.control.LegalVersionRepository;
import io.astrionix.musicmuse.legal.control.NoticeMails;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The door of the job legal-notice, which tells everybody of a version. Open to all roles because a job has none; only
 * batch-module may import it (held by the architecture test).
 */
@Stateless
@PermitAll
public class LegalNoticeRun {

    private static final Logger LOG = System.getLogger(LegalNoticeRun.class.getName());

    private LegalVersionRepository versions;
    private AccountAddresses addresses;
    private NoticeMails mails;
    private AuditLog audit;
    private Clock clock;

    public LegalNoticeRun() {} // required by the EJB proxy

    @Inject
    public LegalNoticeRun(
            LegalVersionRepository versions,
            AccountAddresses addresses,
            NoticeMails mails,
            AuditLog audit,
            Clock clock) {
        this.versions = versions;
        this.addresses = addresses;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ids of versions of which not everybody has been told yet. */
    public List<UUID> waiting() {
        return versions.untold();
    }

    /**
     * Accounts that were there when the version was published, in the order of their ids, after {@code last}. Who came later
     * has seen it when registering. None where another run has told everybody meanwhile.
     */
    public List<UUID> accounts(UUID version, UUID last, int atMost) {
        var view = find(version).view();
        return view.isBeingTold() ? addresses.verified(view.publishedAt(), last, atMost) : List.of();
    }

    /** Queues the mails to those who were not told before; accounts that are gone are passed over. */
    public void tell(UUID version, List<UUID> accounts) {
        var view = find(version).view();
        if (!view.isBeingTold()) {
            return;
        }
        mails.untold(view, accounts)
                .forEach(id -> addresses.of(new AccountId(id)).ifPresent(address -> tell(view, address)));
    }

    /** One address to which nothing can be written must not keep the news from everybody else. */
    private void tell(LegalVersionView version, AccountAddress address) {
        try {
            mails.tell(version, address);
        } catch (IllegalArgumentException unusable) {
            LOG.log(
                    Level.WARNING,
                    "Account {0} cannot be told of {1} {2}: its address cannot be written to",
                    address.account(),
                    version.document(),
                    version.number());
        }
    }

    /** Everybody has been told. Of runs that end at the same moment one says so, the others wait and see it. */
    public void finish(UUID version) {
        var done = versions.lock(version).orElseThrow();
        if (done.view().isBeingTold()) {
            done.told(clock.instant());
            audit.record(AuditEvent.done(AuditAction.LEGAL_NOTICE_COMPLETED)
                    .on("legal-version", done.document() + " " + done.number()));
        }
    }

    private LegalVersion find(UUID version) {
        return versions.find(version).orElseThrow();
    }
}
