package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.privacy.control.ClaimedRequests;
import io.astrionix.musicmuse.privacy.control.RequestIntake;
import io.astrionix.musicmuse.privacy.control.RequestRepository;
import io.astrionix.musicmuse.privacy.control.RequestViews;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;

/**
 * Requests without signing in (R51, R53, A22): anybody can ask for anything about any address, and the address on file is
 * asked whether it is meant. Open to all.
 */
@Stateless
@PermitAll
public class OpenRequests {

    private ClaimedRequests claimed;
    private RequestRepository requests;
    private RequestIntake intake;
    private RequestViews views;
    private RequestLimits limits;
    private Clock clock;

    public OpenRequests() {} // required by the EJB proxy

    @Inject
    public OpenRequests(
            ClaimedRequests claimed,
            RequestRepository requests,
            RequestIntake intake,
            RequestViews views,
            RequestLimits limits,
            Clock clock) {
        this.claimed = claimed;
        this.requests = requests;
        this.intake = intake;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends a link if there is an account; the answer is the same if there is none, and waits for neither.
     *
     * @throws TooManyRequestsException if too many come from the same network
     */
    public void ask(
            @NotNull @Size(max = 320) @Pattern(regexp = "\\P{Cntrl}*") String email, @NotNull RequestKind kind) {
        if (!limits.tryTake(Limit.CONTACT)) {
            throw new TooManyRequestsException();
        }
        claimed.take(email, kind, RequestChannel.FORM, clock.instant());
    }

    /** What the link of a mail is about, as long as it works; changes nothing. */
    public Optional<RequestView> look(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        return requests.findByLink(token).map(views::of);
    }

    /**
     * The owner means it: the work begins, or the time to think again.
     *
     * @return whether the link still worked
     */
    public boolean confirm(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        var request = requests.findByLink(token).filter(found -> found.state().isUnproved());
        request.ifPresent(found -> intake.verify(found, Optional.of(token)));
        return request.isPresent();
    }

    /**
     * Calls the request off.
     *
     * @return whether the link still worked
     * @throws RequestMovedOnException if there is nothing to call off any more
     */
    public boolean cancel(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        var request = requests.findByLink(token);
        request.ifPresent(intake::cancel);
        return request.isPresent();
    }
}
