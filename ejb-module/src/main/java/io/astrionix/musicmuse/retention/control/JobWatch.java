package io.astrionix.musicmuse.retention.control;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Feels the pulse of the retention job: it works as long as it calls. Around what the job asks for, not the schedule. */
public class JobWatch {

    @Inject
    private JobPulse pulse;

    @AroundInvoke
    public Object watch(InvocationContext call) throws Exception {
        return pulse.during(call::proceed);
    }
}
