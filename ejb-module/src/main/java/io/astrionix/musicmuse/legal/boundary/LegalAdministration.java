package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.legal.control.LegalVersionRepository;
import io.astrionix.musicmuse.legal.control.Publication;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Versions of the legal texts as the operator publishes them. */
@Stateless
@RolesAllowed({Role.Names.PLATFORM_ADMIN, Role.Names.TRUST})
public class LegalAdministration {

    private LegalVersionRepository versions;
    private Publication publication;
    private CredentialService credentials;

    public LegalAdministration() {} // required by the EJB proxy

    @Inject
    public LegalAdministration(
            LegalVersionRepository versions, Publication publication, CredentialService credentials) {
        this.versions = versions;
        this.publication = publication;
        this.credentials = credentials;
    }

    /** All versions of the documents with a text, document by document, newest first. */
    public List<LegalVersionView> versions() {
        return LegalDocument.texts().stream()
                .flatMap(document -> versions.of(document).stream())
                .map(LegalVersion::view)
                .toList();
    }

    /**
     * Publishes a draft. Of a material one the date is set, the first mail (to the publisher) is queued and the notice begins
     * to be shown, all in one transaction: all three, or nothing (R78). The other mails follow by the job legal-notice.
     *
     * @throws CredentialNotFreshException if the password must be typed before
     * @throws LegalVersionNotFoundException if it is no draft, or a later version is published
     * @throws EffectiveDateException if the date is missing or in the past
     * @throws NoticeNotPossibleException if it is material and no mail can be written
     */
    public void publish(@NotNull AccountId publisher, @NotNull @Valid PublishCommand command) {
        credentials.requireFresh();
        publication.publish(publisher, command);
    }
}
