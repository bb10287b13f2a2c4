package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Does something in a transaction of its own, for tests of what is behind the boundary. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InTransaction {

    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
