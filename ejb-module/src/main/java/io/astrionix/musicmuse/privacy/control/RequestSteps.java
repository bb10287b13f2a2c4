package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.control.export.ExportMaker;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Does what the steps say. */
@Dependent
public class RequestSteps implements RequestWork {

    @Inject
    private RequestLookup lookup;

    @Inject
    private AccountHolder accounts;

    @Inject
    private ExportMaker exports;

    @Inject
    private ErasureStart erasure;

    @Inject
    private Clock clock;

    @Override
    public StepResult run(UUID request, RequestStepName step) {
        var account = lookup.accountOf(request);
        return switch (step) {
            case EXPORT -> {
                exports.make(account, request);
                yield StepResult.DONE;
            }
            case HIDE -> {
                accounts.hide(account, clock.instant());
                yield StepResult.DONE;
            }
            case ERASE -> erase(account, request);
            case DESK -> StepResult.WAITS;
            case NOTHING_SOLD -> StepResult.DONE;
        };
    }

    private StepResult erase(AccountId account, UUID request) {
        var outcome = erasure.erase(account, request);
        var kind = outcome.pending() ? StepResult.Kind.PENDING : StepResult.Kind.DONE;
        return new StepResult(kind, outcome.kept());
    }
}
