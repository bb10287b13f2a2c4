package io.astrionix.musicmuse.inserver.inside.roles;

import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Has the role that its name says, and no other. */
@Stateless
@PermitAll
@RunAs(Role.Names.TRUST)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrustCaller implements Caller {

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
