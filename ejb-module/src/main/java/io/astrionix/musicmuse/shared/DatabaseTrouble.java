package io.astrionix.musicmuse.shared;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in one line which setting to mend when the database cannot be used, from PostgreSQL's state (appendix A of its
 * manual), or from the words of its driver where a server passes on nothing else.
 */
enum DatabaseTrouble {
    NO_ANSWER(
            "08...",
            "(?i).*(connection to \\S+ refused|connection attempt failed|timed out|unknownhost).*",
            "MUSICMUSE_DB_URL leads to no database that answers: start PostgreSQL, or mend host and port."),
    NO_DATABASE(
            "3D000",
            "(?i).*database \"[^\"]*\" does not exist.*",
            "MUSICMUSE_DB_URL names a database that is not there: mend the name, or run prepare.sql."),
    NOT_LET_IN(
            "28...",
            "(?i).*(password authentication failed|no pg_hba.conf entry|no password was provided"
                    + "|role \"[^\"]*\" (does not exist|is not permitted)).*",
            "%1$s_USER and %1$s_PASSWORD are refused by the database: set the role and the password of prepare.sql."),
    NO_RIGHTS(
            "42501",
            "(?i).*permission denied for (schema|table|database).*",
            "%1$s_USER may not do in the database what it must: run prepare.sql, or hand-over.sql for an older database."),
    NO_ROOM(
            "53...",
            "(?i).*too many (connections|clients).*",
            "MUSICMUSE_DB_POOL wants more connections than PostgreSQL has left: lower it, or raise max_connections.");

    private final Pattern state;
    private final Pattern words;
    private final String advice;

    DatabaseTrouble(String state, String words, String advice) {
        this.state = Pattern.compile(state);
        this.words = Pattern.compile(words, Pattern.DOTALL);
        this.advice = advice;
    }

    /**
     * @param settings what the names of the role's settings begin with, such as MUSICMUSE_DB
     * @return what to mend; empty if it is nothing that a setting could mend
     */
    static Optional<String> advice(Throwable failure, String settings) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.of(values()).filter(trouble -> trouble.explains(cause)))
                .findFirst()
                .map(trouble -> String.format(trouble.advice, settings));
    }

    private boolean explains(Throwable failure) {
        boolean byState = failure instanceof SQLException failed && matches(state, failed.getSQLState());
        return byState || matches(words, failure.getMessage());
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }
}
