package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.erasure.control.Erasure.State;
import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Erasure as requests start it. */
@Dependent
public class RequestedErasure implements ErasureStart {

    private Erasures erasures;
    private ErasureRecords records;

    public RequestedErasure() {} // required by CDI beside the constructor below

    @Inject
    public RequestedErasure(Erasures erasures, ErasureRecords records) {
        this.erasures = erasures;
        this.records = records;
    }

    @Override
    public ErasureOutcome erase(AccountId account, UUID request) {
        var erasure = erasures.erase(account, request, Kind.REQUEST);
        records.unsealed().stream()
                .filter(done -> done.id().equals(erasure.id()))
                .forEach(erasures::seal);
        return new ErasureOutcome(erasures.keptBy(erasure), erasure.state() == State.AWAITING);
    }
}
