package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Purpose;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A version of a document.
 *
 * @param number from 1 on
 * @param sha256 of its text in all languages
 * @param publishedAt null: a draft
 * @param effectiveOn null: a draft
 * @param material whether everybody is told
 * @param changedPurposes what data is used for in another way than before
 * @param successor of a transfer, who gets the business; null otherwise
 * @param toldAt when the last mail about it was queued; null until then, and where nobody is told
 */
public record LegalVersionView(
        LegalDocument document,
        int number,
        String sha256,
        Instant publishedAt,
        LocalDate effectiveOn,
        boolean material,
        Set<Purpose> changedPurposes,
        String successor,
        Instant toldAt)
        implements Serializable {

    public boolean isPublished() {
        return publishedAt != null;
    }

    public boolean isDraft() {
        return publishedAt == null;
    }

    /** Whether mails about it are still being queued. */
    public boolean isBeingTold() {
        return isPublished() && material && toldAt == null;
    }
}
