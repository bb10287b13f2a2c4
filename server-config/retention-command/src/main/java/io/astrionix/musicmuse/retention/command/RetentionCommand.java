package io.astrionix.musicmuse.retention.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Asks the retention engine for a run and waits for its end, tells how each rule stands, and prints evidence reports. It
 * deletes nothing itself: a server takes up what was asked for within seconds.
 */
public final class RetentionCommand {

    /** Everything went as it should. */
    public static final int DONE = 0;
    /** Something needs somebody: a run was stopped, refused or failed, or left rows behind. */
    public static final int TROUBLE = 1;
    /** It could not be asked, or there was no answer. */
    public static final int NO_ANSWER = 2;

    private static final String USAGE = """
            Usage: retention run [RULE...]    deletes what is due, and waits for the end
                   retention dry [RULE...]    counts what is due
                   retention status           how each rule stands
                   retention metrics          the same in the text format of Prometheus
                   retention report RUN       the signed evidence report of a run, as JSON
            with MUSICMUSE_DB_URL, MUSICMUSE_DB_USER (else musicmuse_retention) and MUSICMUSE_DB_PASSWORD in the environment""";

    private RetentionCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    /** @return the exit code: {@link #DONE}, {@link #TROUBLE} or {@link #NO_ANSWER} */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        if (!isUnderstood(arguments) || !environment.containsKey("MUSICMUSE_DB_URL")) {
            out.println(USAGE);
            return NO_ANSWER;
        }
        var rest = arguments.subList(1, arguments.size());
        try (var connection = connect(environment)) {
            return switch (arguments.get(0)) {
                case "run" -> new AskedRun(connection, out).make("PURGE", rules(rest));
                case "dry" -> new AskedRun(connection, out).make("DRY", rules(rest));
                case "status" -> new Overview(connection, out).status();
                case "metrics" -> new Metrics(connection, out).print();
                default -> new Overview(connection, out).report(UUID.fromString(rest.get(0)));
            };
        } catch (SQLException failed) {
            out.println("The database does not answer as it should: " + failed.getMessage());
            return NO_ANSWER;
        }
    }

    private static boolean isUnderstood(List<String> arguments) {
        if (arguments.isEmpty()) {
            return false;
        }
        return switch (arguments.get(0)) {
            case "run", "dry" -> true;
            case "status", "metrics" -> arguments.size() == 1;
            case "report" -> arguments.size() == 2 && isId(arguments.get(1));
            default -> false;
        };
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private static Set<String> rules(List<String> arguments) {
        return new TreeSet<>(arguments);
    }

    private static Connection connect(Map<String, String> environment) throws SQLException {
        return DriverManager.getConnection(
                environment.get("MUSICMUSE_DB_URL"),
                environment.getOrDefault("MUSICMUSE_DB_USER", "musicmuse_retention"),
                environment.getOrDefault("MUSICMUSE_DB_PASSWORD", ""));
    }
}
