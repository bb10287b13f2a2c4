package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.control.chain.Anchors;
import io.astrionix.musicmuse.audit.control.chain.ChainKeys;
import io.astrionix.musicmuse.audit.control.chain.Head;
import io.astrionix.musicmuse.audit.control.chain.Sealing;
import io.astrionix.musicmuse.audit.control.chain.Verification;
import io.astrionix.musicmuse.audit.control.chain.Verified;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/**
 * The chain in the database. Every method is a database transaction of its own: call it only where the container has none.
 */
@ApplicationScoped
public class ChainDatabase {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    private ChainKeys keys;
    private Sealing sealing;
    private Anchors anchors;

    public ChainDatabase() {} // required by the proxy

    @Inject
    public ChainDatabase(Keys keys, Settings settings) {
        this.keys = new KeysOfChain(keys);
        this.sealing = new Sealing(this.keys);
        this.anchors = new Anchors(Keys.file(settings)
                .resolveSibling(settings.text(Setting.AUDIT_ANCHOR_FILE).orElseThrow()));
    }

    /** @return how many entries; empty if another node seals */
    Optional<Integer> seal(int most) {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, transaction -> sealing.seal(transaction, most));
    }

    boolean closeMonth() {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, sealing::closeMonth);
    }

    Head head() {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, Sealing::head);
    }

    /** Whether the chain still has this link. */
    boolean has(Head head) {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, transaction -> Sealing.has(transaction, head));
    }

    /** Since when the oldest entry waits for its seal. */
    Optional<Instant> oldestWaiting() {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, Sealing::oldestWaiting);
    }

    /** @throws UncheckedIOException if the anchor file cannot be written */
    void anchor(Head head, Instant now) {
        try {
            anchors.append(head, now);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws UncheckedIOException if the anchor file cannot be read */
    public Verified verify(Instant now) {
        return inTransaction(Connection.TRANSACTION_REPEATABLE_READ, transaction -> {
            try {
                return Verification.run(transaction, keys, anchors, now);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private <T> T inTransaction(int isolation, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // what failed; after a commit there is nothing left to undo
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Connection transaction) throws SQLException;
    }

    /** The application's keys as the chain asks for them. */
    private record KeysOfChain(Keys keys) implements ChainKeys {

        @Override
        public String currentId() {
            return keys.currentId(KeyUse.AUDIT_CHAIN);
        }

        @Override
        public SecretKey key(String id) {
            return keys.key(KeyUse.AUDIT_CHAIN, id);
        }
    }
}
