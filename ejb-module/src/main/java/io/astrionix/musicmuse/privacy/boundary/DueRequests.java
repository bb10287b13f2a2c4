package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.privacy.control.RequestRun;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Open requests and their files, for the job that takes them further. Open to all: a job has no roles. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each move is a transaction of its own
public class DueRequests {

    private RequestRun run;

    public DueRequests() {} // required by the EJB proxy

    @Inject
    public DueRequests(RequestRun run) {
        this.run = run;
    }

    /** Whether somebody waits for what the program does at once. */
    public boolean isAnyoneWaiting() {
        return run.isAnyoneWaiting();
    }

    /** Ids of open requests by their order, after one. */
    public List<UUID> open(@NotNull UUID after, @Min(1) int limit) {
        return run.open(after, limit);
    }

    /** Takes a request as far as it gets now; does nothing while another run is at it. Harmless when repeated. */
    public void advance(@NotNull UUID request) {
        run.advance(request);
    }

    /** @return how many files of exports went, too old or parted from their rows by a crash */
    public int sweepExports() {
        return run.sweepExports();
    }
}
