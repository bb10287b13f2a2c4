package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.retention.boundary.HoldKind;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.HoldView;
import io.astrionix.musicmuse.shared.AccountId;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A hold in the table of its page.
 *
 * @param toReview whether its review date has passed
 * @param canAsk whether its release can be asked for
 * @param canRelease whether the one who looks may be the second who releases it
 * @param waits whether it waits for somebody else to release it
 * @param releasedAt null as long as it holds
 */
public record HoldRow(
        UUID id,
        HoldKind kind,
        HoldScope scope,
        String on,
        String reason,
        String owner,
        LocalDate reviewOn,
        boolean toReview,
        Instant placedAt,
        boolean canAsk,
        boolean canRelease,
        boolean waits,
        Instant releasedAt)
        implements Serializable {

    static HoldRow of(HoldView hold, AccountId viewer) {
        boolean open = hold.releasedAt().isEmpty() && hold.kind() == HoldKind.LEGAL;
        boolean asked = hold.releaseAskedBy().isPresent();
        boolean byViewer = hold.releaseAskedBy().filter(viewer::equals).isPresent();
        return new HoldRow(
                hold.id(),
                hold.kind(),
                hold.scope(),
                hold.on(),
                hold.reason(),
                hold.owner().toString(),
                hold.reviewOn(),
                open && hold.reviewOn().isBefore(LocalDate.now(ZoneOffset.UTC)),
                hold.placedAt(),
                open && !asked,
                open && asked && !byViewer,
                open && byViewer,
                hold.releasedAt().orElse(null));
    }
}
