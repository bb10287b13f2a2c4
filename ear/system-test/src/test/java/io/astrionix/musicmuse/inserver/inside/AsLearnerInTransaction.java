package io.astrionix.musicmuse.inserver.inside;

import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Calls something as a learner would, within the caller's transaction. */
@Stateless
@PermitAll
@RunAs(Role.Names.LEARNER)
public class AsLearnerInTransaction {

    public void run(Runnable work) {
        work.run();
    }
}
