package io.astrionix.musicmuse.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which holds are placed and released (A10), as somebody fills it in. */
@SystemTest
class HoldsPageST {

    private static final String PAGE = "admin/holds.xhtml";

    private final RunningMusicMuse musicMuse;
    private final Visitor trust;
    private final UUID person = UUID.randomUUID();
    private final String reason = "claim of " + person;

    HoldsPageST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.trust = Visitor.signedIn(musicMuse, musicMuse.demo("TRUST"));
    }

    @BeforeEach
    void somebody_is_there() throws SQLException {
        update("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " values ('" + person + "', 1, '" + person + "@test.musicmuse.test', 'Test', 'no hash', now())");
    }

    @AfterEach
    void nobody_is_held() throws SQLException {
        update("delete from musicmuse.retention_hold where account_id = '" + person + "'");
        update("delete from musicmuse.account where id = '" + person + "'");
    }

    @Test
    void somebody_places_a_hold_by_email_and_asks_for_its_release() {
        var placed = place(
                person + "@Test.musicmuse.test", LocalDate.now(ZoneOffset.UTC).plusDays(30));
        assertThat(placed)
                .contains("The hold is placed", reason, "Ask for release")
                .doesNotContain("???");

        var button = Pattern.compile("<button id=\"([^\"]+)\"[^>]*aria-label=\"Ask for release: " + person + "\"")
                .matcher(placed);
        assertThat(button.find()).isTrue();
        assertThat(trust.submit(PAGE, "holds", button.group(1), Map.of()).body())
                .contains("A second person can release it now", "Waits for a second person");
    }

    @Test
    void what_cannot_be_held_is_said_and_nothing_is_stored() {
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        assertThat(place("nobody@test.musicmuse.test", soon)).contains("Nobody here has this email");
        assertThat(place(person.toString(), soon.plusYears(1)))
                .contains("The review must be between today and twelve months from now")
                .doesNotContain("<code>" + person);
    }

    private String place(String whom, LocalDate review) {
        var fields = new HashMap<String, String>();
        fields.put("place:scope_input", "PERSON");
        fields.put("place:person", whom);
        fields.put("place:reason", reason);
        fields.put("place:reviewOn", review.toString());
        return trust.submit(PAGE, "place", "place:submit", fields).body();
    }

    private void update(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }
}
