package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.control.export.ExportSweep;
import io.astrionix.musicmuse.shared.Clocks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One run over open requests. None goes further, and no file ends, while nobody knows what time it is. */
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

    @Inject
    private Clocks clocks;

    public boolean isAnyoneWaiting() {
        return clocks.difference().isEmpty() && open.isAnyoneWaiting();
    }

    public List<UUID> open(UUID after, int limit) {
        return clocks.areApart() ? List.of() : open.after(after, limit);
    }

    public void advance(UUID request) {
        if (clocks.difference().isEmpty()) {
            new Advance(store, steps, clock).advance(request);
        }
    }

    public int sweepExports() {
        return clocks.areApart() ? 0 : sweep.run();
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
