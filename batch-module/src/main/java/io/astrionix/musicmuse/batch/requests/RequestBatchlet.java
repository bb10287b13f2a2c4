package io.astrionix.musicmuse.batch.requests;

import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Takes every open request as far as it gets, one after the other, each in transactions of its own. One that fails waits
 * for a later run and keeps none of the others waiting; the job then says FAILED_SOME instead of DONE.
 */
@Named
@Dependent
public class RequestBatchlet extends AbstractBatchlet {

    static final String DONE = "DONE";
    static final String FAILED_SOME = "FAILED_SOME";

    private static final Logger LOG = System.getLogger(RequestBatchlet.class.getName());
    private static final int PAGE = 200;

    private final DueRequests requests;
    private volatile boolean stopped;

    @Inject
    public RequestBatchlet(DueRequests requests) {
        this.requests = requests;
    }

    @Override
    public String process() {
        int failed = 0;
        var last = new UUID(0, 0);
        for (var page = requests.open(last, PAGE); !page.isEmpty() && !stopped; page = requests.open(last, PAGE)) {
            for (var request : page) {
                if (!stopped && !advance(request)) {
                    failed++;
                }
            }
            last = page.get(page.size() - 1);
        }
        return failed == 0 ? DONE : FAILED_SOME;
    }

    private boolean advance(UUID request) {
        try {
            requests.advance(request);
            return true;
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "Request " + request + " about data failed and is tried again later", failed);
            return false;
        }
    }

    /** After the request in hand. */
    @Override
    public void stop() {
        stopped = true;
    }
}
