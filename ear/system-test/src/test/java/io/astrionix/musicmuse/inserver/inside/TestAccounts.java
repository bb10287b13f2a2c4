package io.astrionix.musicmuse.inserver.inside;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Puts rows into the database behind the application's back, and looks at what it left there. */
@ApplicationScoped
public class TestAccounts {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** A new account that can do everything but sign in. */
    public AccountId create() {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.account values (?, 1, ?, 'Test', 'no hash', now())",
                id,
                id + "@test.musicmuse.test");
        return new AccountId(id);
    }

    /** A session that was begun so many hours ago. */
    public UUID session(AccountId account, int hoursAgo, boolean completed) {
        var id = UUID.randomUUID();
        update(
                "insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id,"
                        + " musical_key, octave, tempo_bpm, strictness, calibrated, started_at, completed_at)"
                        + " values (?, 1, ?, 'tune-twinkle', 'violin', 'C', 0, 80, 'beginner', false,"
                        + " now() - make_interval(hours => ?), case when ? then now() end)",
                id,
                account.value(),
                hoursAgo,
                completed);
        return id;
    }

    /** The one number that a query gives. */
    public long number(String query, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one text that a query gives. */
    public String text(String query, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The token of the link in the newest mail of a kind to somebody. */
    public String tokenMailedTo(String recipient, String template) {
        var values = text(
                "select template_values from musicmuse.outbox_mail where recipient = ? and template = ?"
                        + " order by queued_at desc limit 1",
                recipient,
                template);
        return values.replaceFirst(".*[?]token=([A-Za-z0-9_-]+).*", "$1");
    }

    public int update(String command, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(command)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
