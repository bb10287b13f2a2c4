package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.entity.RequestPerson;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whose an open request is, for work that runs in no transaction. */
@Dependent
@Transactional
public class RequestLookup {

    @Inject
    private RequestRepository requests;

    /** @throws java.util.NoSuchElementException if the request is over */
    public AccountId accountOf(UUID request) {
        return requests.person(request).map(RequestPerson::account).orElseThrow();
    }
}
