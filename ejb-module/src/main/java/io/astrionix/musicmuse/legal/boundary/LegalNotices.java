package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.legal.control.LegalVersionRepository;
import io.astrionix.musicmuse.legal.control.ReceiptRepository;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Notices on the pages, and what somebody was shown (R79). Open to all roles and none: pages name who is signed in. */
@Stateless
@PermitAll
public class LegalNotices {

    private LegalVersionRepository versions;
    private ReceiptRepository receipts;
    private Clock clock;

    public LegalNotices() {} // required by the EJB proxy

    @Inject
    public LegalNotices(LegalVersionRepository versions, ReceiptRepository receipts, Clock clock) {
        this.versions = versions;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Of each document the newest version that the account was told of and has not put away; from now on it is shown. */
    public List<LegalVersionView> open(@NotNull AccountId account) {
        var open = receipts.notDismissed(account).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> versions.find(entry.getKey(), entry.getValue()).stream())
                .map(LegalVersion::view)
                .toList();
        open.forEach(version -> shown(account, version));
        return open;
    }

    /** Somebody has opened a document. Drafts are no version yet. */
    public void shown(@NotNull AccountId account, @NotNull LegalVersionView version) {
        if (version.isPublished()) {
            receipts.shown(account, version.document(), version.number(), clock.instant());
        }
    }

    /** Puts a notice away, and those of earlier versions of the same document. */
    public void dismiss(@NotNull AccountId account, @NotNull LegalDocument document, int number) {
        receipts.dismissed(account, document, number, clock.instant());
    }
}
