package io.astrionix.musicmuse.shared;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * A query that fails fails at once. By itself EclipseLink tries it twice more, five seconds apart, and holds the request
 * and its connection for as long: with a broken database, all threads of the server. Connections are tried by the pool.
 */
public class NoQueryRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
