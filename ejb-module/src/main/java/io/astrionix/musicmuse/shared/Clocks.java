package io.astrionix.musicmuse.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** The clocks of application and database: while they are far apart, one of them is wrong, and nothing may end by either. */
@ApplicationScoped
public class Clocks {

    private static final Logger LOG = System.getLogger(Clocks.class.getName());
    private static final Duration APART = Duration.ofMinutes(5);

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Clock clock;

    /** What is wrong with them; empty if they agree. */
    public Optional<String> difference() {
        var ofDatabase = ofDatabase();
        var ofApplication = clock.instant();
        boolean apart = Duration.between(ofDatabase, ofApplication).abs().compareTo(APART) > 0;
        return apart
                ? Optional.of("The clocks of application (" + ofApplication + ") and database (" + ofDatabase
                        + ") are more than five minutes apart: set them right")
                : Optional.empty();
    }

    /** Whether they are far apart; says so in the log, as an alarm. */
    public boolean areApart() {
        var difference = difference();
        difference.ifPresent(text -> LOG.log(Level.ERROR, "MUSICMUSE-ALARM {0}", text));
        return difference.isPresent();
    }

    private Instant ofDatabase() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
