package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Purpose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.Set;

/**
 * A draft to be published.
 *
 * @param effectiveOn null where nobody has said it: refused with a message
 * @param material whether it matters to people, so that each gets a mail and a notice
 * @param changedPurposes what data is used for in another way than before; such a change always matters
 */
public record PublishCommand(
        @NotNull LegalDocument document,
        @Positive int number,
        LocalDate effectiveOn,
        boolean material,
        @NotNull Set<Purpose> changedPurposes) {

    public PublishCommand {
        changedPurposes = Set.copyOf(changedPurposes);
    }

    public boolean isMaterial() {
        return material || !changedPurposes.isEmpty();
    }
}
