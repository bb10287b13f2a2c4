package io.astrionix.musicmuse.shared;

import java.sql.SQLException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink does in another way than by itself, where no property of its own says so. */
public class PersistenceSession implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            failAtOnce(login);
            if (login.getConnector() instanceof JNDIConnector pool) {
                tryPool(pool);
            }
        }
    }

    /**
     * A query that fails fails at once. By itself EclipseLink tries it twice more, five seconds apart, and holds the
     * request and its connection for as long: with a broken database, all threads of the server. Connections are tried by
     * the pool.
     */
    private static void failAtOnce(DatabaseLogin login) {
        login.setQueryRetryAttemptCount(0);
    }

    /** Payara opens the persistence unit before anything of ours has started that could say what is wrong. */
    private static void tryPool(JNDIConnector pool) {
        if (pool.getDataSource() != null) {
            try (var connection = pool.getDataSource().getConnection()) {
                connection.isValid(0);
            } catch (SQLException failed) {
                StartRefusal.database(failed, StartRefusal.APPLICATION_ROLE);
                throw new IllegalStateException(failed);
            }
        }
    }
}
