package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What shall not be deleted, and why (A10).
 *
 * @param record of a hold on one row: its table and key
 * @param category of a hold on a category
 * @param account of a hold on a person
 * @param owner who answers for the hold
 * @param reviewOn when somebody looks whether it is still needed: from today on, at most twelve months away
 */
public record PlaceHoldCommand(
        @NotNull HoldScope scope,
        @NotNull Optional<HeldRecord> record,
        @NotNull Optional<Category> category,
        @NotNull Optional<AccountId> account,
        @NotBlank @Size(max = 500) String reason,
        @NotNull AccountId owner,
        @NotNull LocalDate reviewOn) {

    /** One row: {@code table} without its schema, {@code key} as text. */
    public record HeldRecord(
            @NotBlank String table, @NotBlank String key) {}
}
