package io.astrionix.musicmuse.system.audit;

import io.astrionix.musicmuse.audit.control.chain.Anchors;
import io.astrionix.musicmuse.audit.control.chain.ChainKeysFile;
import io.astrionix.musicmuse.audit.control.chain.Commitment;
import io.astrionix.musicmuse.audit.control.chain.Sealing;
import io.astrionix.musicmuse.audit.control.chain.Verification;
import io.astrionix.musicmuse.audit.control.chain.Verified;
import io.astrionix.musicmuse.server.DatabaseAccess;
import io.astrionix.musicmuse.server.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A database with the application's own tables and rights and the real chain, but without the application: what it did in
 * a year can be made in a moment, and what happened behind its back too.
 */
final class AuditDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase database;
    private final ChainKeysFile keys;
    private final Anchors anchors;
    private boolean clockStands;

    /** @param folder an empty one */
    AuditDatabase(Path folder) throws IOException, SQLException {
        this.folder = folder;
        Files.writeString(
                keysFile(), "SEAL.1 = x\nAUDIT_CHAIN.1 = " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        keys = new ChainKeysFile(keysFile());
        anchors = new Anchors(anchorFile());
        database = new EmbeddedDatabase(folder.resolve("database"), folder.resolve("database.log"));
        database.start();
        var owner = database.ownerAccess();
        Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .schemas("musicmuse")
                .placeholders(Map.of("applicationRole", database.access().user()))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (var connection = owner()) {
            execute(connection, "create schema clock");
            execute(connection, "create table clock.moment as select now() as at");
            execute(
                    connection,
                    "create function clock.now() returns timestamptz language sql stable"
                            + " as 'select at from clock.moment'");
            execute(connection, "grant usage on schema clock to public");
            execute(connection, "grant execute on function clock.now() to public");
            execute(connection, "grant select on clock.moment to public");
        }
    }

    /** As after an installation. */
    void empty() throws SQLException, IOException {
        setClock(null);
        Files.deleteIfExists(anchorFile());
        try (var owner = owner()) {
            execute(
                    owner,
                    "truncate musicmuse.audit_entry, musicmuse.audit_personal, musicmuse.audit_subject,"
                            + " musicmuse.audit_unsealed, musicmuse.audit_seal, musicmuse.audit_segment");
        }
    }

    Path keysFile() {
        return folder.resolve("keys");
    }

    Path anchorFile() {
        return folder.resolve("anchor");
    }

    DatabaseAccess ownerAccess() {
        return database.ownerAccess();
    }

    /** Behind the application's back. Commits each command by itself. */
    Connection owner() throws SQLException {
        return database.ownerAccess().connect();
    }

    /** As the application; without auto-commit. */
    Connection application() throws SQLException {
        var connection = database.access().connect();
        execute(connection, "set search_path = " + (clockStands ? "clock, " : "") + "pg_catalog, public");
        connection.setAutoCommit(false);
        return connection;
    }

    /** From now on the chain's clock stands still at this moment; null: it is right again. */
    void setClock(Instant moment) throws SQLException {
        try (var owner = owner()) {
            if (moment != null) {
                try (var set = owner.prepareStatement("update clock.moment set at = ?")) {
                    set.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
                    set.executeUpdate();
                }
            }
            execute(
                    owner,
                    "alter table musicmuse.audit_seal alter column sealed_at set default "
                            + (moment == null ? "pg_catalog" : "clock") + ".now()");
        }
        clockStands = moment != null;
    }

    /** One event with an email and where it came from, as the application writes it. */
    void write(Connection application, Instant when, UUID account, int number) throws SQLException {
        var id = UUID.randomUUID();
        var emailSalt = Commitment.newSalt();
        var addressSalt = Commitment.newSalt();
        var email = "person" + number + "@school.test";
        var address = "192.0.2." + number % 256;
        value(application, id, "email", emailSalt, email, false);
        value(application, id, "address", addressSalt, address, true);
        try (var insert = application.prepareStatement(
                "insert into musicmuse.audit_entry values (?, ?, ?, ?, ?, 'account', ?, ?, ?)")) {
            var pseudonym = pseudonym(application, account);
            insert.setObject(1, id);
            insert.setObject(2, OffsetDateTime.ofInstant(when, ZoneOffset.UTC));
            insert.setString(3, number % 2 == 0 ? "SIGNED_IN" : "SIGN_IN_REFUSED");
            insert.setString(4, number % 2 == 0 ? "DONE" : "REFUSED");
            insert.setString(5, pseudonym);
            insert.setString(6, pseudonym);
            insert.setString(7, "{\"number\":\"" + number + "\"}");
            insert.setString(
                    8,
                    Commitment.join(Map.of(
                            "email", Commitment.of(emailSalt, email), "address", Commitment.of(addressSalt, address))));
            insert.executeUpdate();
        }
        try (var wait = application.prepareStatement("insert into musicmuse.audit_unsealed (entry_id) values (?)")) {
            wait.setObject(1, id);
            wait.executeUpdate();
        }
    }

    private static void value(
            Connection application, UUID entry, String name, byte[] salt, String value, boolean forSecurity)
            throws SQLException {
        try (var insert = application.prepareStatement("insert into musicmuse.audit_personal values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, entry);
            insert.setString(2, name);
            insert.setBytes(3, salt);
            insert.setString(4, value);
            insert.setBoolean(5, forSecurity);
            insert.executeUpdate();
        }
    }

    private static String pseudonym(Connection application, UUID account) throws SQLException {
        var salt = Commitment.newSalt();
        try (var insert = application.prepareStatement(
                "insert into musicmuse.audit_subject values (?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, account);
            insert.setBytes(2, salt);
            insert.setString(3, Commitment.of(salt, account.toString()));
            insert.executeUpdate();
        }
        try (var query =
                application.prepareStatement("select pseudonym from musicmuse.audit_subject where account_id = ?")) {
            query.setObject(1, account);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Seals what waits, as the application, and anchors the head. */
    void seal() throws SQLException, IOException {
        try (var application = application()) {
            var sealing = new Sealing(keys);
            while (sealing.seal(application, 1_000).orElse(0) > 0) {
                application.commit();
            }
            application.commit();
            anchors.append(Sealing.head(application), Instant.now());
        }
    }

    /** Ends what was sealed over a year ago, as the application. Returns how many entries went. */
    long expire() throws SQLException {
        try (var application = application();
                var statement = application.createStatement();
                var row =
                        statement.executeQuery("select musicmuse.audit_expire(pg_catalog.now() - interval '1 year')")) {
            row.next();
            long gone = row.getLong(1);
            application.commit();
            return gone;
        }
    }

    Sealing sealing() {
        return new Sealing(keys);
    }

    Verified verify(Connection transaction) throws SQLException, IOException {
        return Verification.run(transaction, keys, anchors, Instant.now());
    }

    Verified verify() throws SQLException, IOException {
        try (var connection = application()) {
            return verify(connection);
        }
    }

    long number(String question) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    String text(String question) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    static int execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(command);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
