package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.audit.control.AuditQueries;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the audit log says of somebody. Checks nothing: whoever asks has found out first whether the caller may see it.
 */
@Dependent
@Transactional(TxType.REQUIRES_NEW) // in a transaction, the driver reads row by row
public class EventsAbout {

    private static final int MOST = Integer.MAX_VALUE;

    @Inject
    private AuditQueries queries;

    /** Hands over what they did, and then what others did to them, each the newest first. */
    public void forEach(AccountId account, Consumer<AuditView> receiver) {
        var id = account.toString();
        queries.forEach(filter(id, ""), MOST, receiver::accept);
        queries.forEach(filter("", id), MOST, event -> {
            if (!event.actor().equals(id)) {
                receiver.accept(event);
            }
        });
    }

    private static AuditFilter filter(String actor, String object) {
        return new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), actor, object);
    }
}
