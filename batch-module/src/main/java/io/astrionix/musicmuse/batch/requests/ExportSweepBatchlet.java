package io.astrionix.musicmuse.batch.requests;

import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends files of exports whose time is over. */
@Named
@Dependent
public class ExportSweepBatchlet extends AbstractBatchlet {

    private final DueRequests requests;

    @Inject
    public ExportSweepBatchlet(DueRequests requests) {
        this.requests = requests;
    }

    @Override
    public String process() {
        return "gone: " + requests.sweepExports();
    }
}
