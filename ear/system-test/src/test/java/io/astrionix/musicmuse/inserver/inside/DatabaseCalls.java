package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Writes down what the persistence unit asks the database. */
@Stateless
@PermitAll
public class DatabaseCalls {

    @PersistenceUnit
    private EntityManagerFactory factory;

    /** The statements, in lower case, that the work needs. */
    public List<String> during(Callable<?> work) throws Exception {
        var calls = new CopyOnWriteArrayList<String>();
        var listener = new SessionEventAdapter() {
            @Override
            public void preExecuteCall(SessionEvent event) {
                calls.add(((DatabaseCall) event.getCall()).getSQLString().toLowerCase(Locale.ROOT));
            }
        };
        var events = factory.unwrap(ServerSession.class).getEventManager();
        events.addListener(listener);
        try {
            work.call();
        } finally {
            events.removeListener(listener);
        }
        return List.copyOf(calls);
    }
}
