package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.control.export.ExportSweep;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One run over open requests. */
@Dependent
public class RequestRun {

    @Inject
    private OpenOnes open;

    @Inject
    private RequestTransactions store;

    @Inject
    private RequestSteps steps;

    @Inject
    private ExportSweep sweep;

    @Inject
    private Clock clock;

    public boolean isAnyoneWaiting() {
        return open.isAnyoneWaiting();
    }

    public List<UUID> open(UUID after, int limit) {
        return open.after(after, limit);
    }

    public void advance(UUID request) {
        new Advance(store, steps, clock).advance(request);
    }

    public int sweepExports() {
        return sweep.run();
    }

    /** What to do, asked in a transaction. */
    @Dependent
    @Transactional(TxType.REQUIRES_NEW)
    public static class OpenOnes {

        @Inject
        private RequestRepository requests;

        @Inject
        private Clock clock;

        public boolean isAnyoneWaiting() {
            return requests.isAnyoneWaiting(clock.instant());
        }

        public List<UUID> after(UUID after, int limit) {
            return requests.open(after, limit);
        }
    }
}
