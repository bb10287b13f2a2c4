package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.sql.SQLException;

/** Demo accounts sign in often, and each code works once: this makes the code of the moment work again. */
public final class SecondSteps {

    private SecondSteps() {}

    /** Forgets, behind the application's back, that the account's app was ever used or codes were tried. */
    public static void forget(RunningMusicMuse musicMuse, String email) {
        for (var command : new String[] {
            "update musicmuse.authenticator_app set last_step = -1 where account_id ="
                    + " (select id from musicmuse.account where email = ?)",
            "delete from musicmuse.second_factor_tries where account_id ="
                    + " (select id from musicmuse.account where email = ?)"
        }) {
            try (var connection = musicMuse.database().connect();
                    var statement = connection.prepareStatement(command)) {
                statement.setString(1, email);
                statement.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
