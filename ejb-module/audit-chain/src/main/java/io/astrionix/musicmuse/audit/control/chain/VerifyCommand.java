package io.astrionix.musicmuse.audit.control.chain;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Verifies the audit log without the application: for IT, and for auditors. Needs to read the database and the keys file,
 * and changes nothing. docs/operations.md shows how to call it.
 */
public final class VerifyCommand {

    static final int WHOLE = 0;
    static final int DAMAGED = 1;
    static final int NOT_CHECKED = 2;

    private static final String USAGE = "Usage: audit-verify KEYS-FILE ANCHOR-FILE%n"
            + "with MUSICMUSE_DB_URL, MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD in the environment";

    private VerifyCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out));
    }

    /** @return the exit code: 0 the log is whole, 1 it is damaged, 2 it could not be checked */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        if (arguments.length != 2 || !environment.containsKey("MUSICMUSE_DB_URL")) {
            out.printf(USAGE + "%n");
            return NOT_CHECKED;
        }
        try (var connection = connect(environment)) {
            return report(
                    Verification.run(
                            connection,
                            new ChainKeysFile(Path.of(arguments[0])),
                            new Anchors(Path.of(arguments[1])),
                            Instant.now()),
                    out);
        } catch (SQLException | IOException failed) {
            out.println("The log could not be checked: " + failed.getMessage());
            return NOT_CHECKED;
        }
    }

    private static Connection connect(Map<String, String> environment) throws SQLException {
        var connection = DriverManager.getConnection(
                environment.get("MUSICMUSE_DB_URL"),
                environment.getOrDefault("MUSICMUSE_DB_USER", "musicmuse"),
                environment.getOrDefault("MUSICMUSE_DB_PASSWORD", ""));
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private static int report(Verified verified, PrintStream out) {
        out.println("Seals checked:    " + verified.seals() + ", the last has number " + verified.head());
        out.println("Entries checked:  " + verified.entries());
        out.println("Personal values:  " + verified.values());
        out.println("Anchors compared: " + verified.anchors());
        out.println("Waiting for seal: " + verified.waiting()
                + verified.oldestWaiting()
                        .map(since -> ", since " + DateTimeFormatter.ISO_INSTANT.format(since.atOffset(ZoneOffset.UTC)))
                        .orElse(""));
        verified.finding()
                .ifPresentOrElse(
                        finding -> out.println("DAMAGED: " + finding),
                        () -> out.println("The log is whole: nothing was changed, deleted, inserted or cut off."));
        return verified.finding().isPresent() ? DAMAGED : WHOLE;
    }
}
