package io.astrionix.musicmuse.system.accounts;

import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.sql.SQLException;
import java.util.UUID;

/** A learner of a test's own, put into the database behind the application's back, with the demo learner's password. */
public record Person(UUID id, DemoAccount account, RunningMusicMuse musicMuse) {

    public static Person learner(RunningMusicMuse musicMuse) {
        var id = UUID.randomUUID();
        var email = id + "@person.example";
        var person = new Person(id, new DemoAccount(email, musicMuse.learner().password(), ""), musicMuse);
        person.update(
                "insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                        + " select ?, 1, ?, 'Pat', password_hash, now() from musicmuse.account where email = ?",
                id,
                email,
                musicMuse.learner().email());
        person.update("insert into musicmuse.account_role values (?, 'LEARNER')", id);
        return person;
    }

    public String email() {
        return account.email();
    }

    void update(String command, Object... parameters) {
        try (var connection = musicMuse.database().connect();
                var statement = connection.prepareStatement(command)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
