package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.accounts.boundary.EmailProved;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What somebody wrote before having an account belongs to it from the moment the address is proved (A7). */
@Dependent
public class EarlierMessages {

    private ThreadRepository threads;

    public EarlierMessages() {} // required by CDI beside the constructor below

    @Inject
    public EarlierMessages(ThreadRepository threads) {
        this.threads = threads;
    }

    void adopt(@Observes EmailProved proved) {
        threads.adopt(proved.email(), proved.account());
    }
}
