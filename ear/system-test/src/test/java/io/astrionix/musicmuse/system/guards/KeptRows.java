package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the tables hold that posts of forms must not change, row by row. */
final class KeptRows {

    /**
     * What counts and notes requests and sign-ins, whose mails go out meanwhile, what the pages for writing are for, what
     * somebody may ask for or choose with a single button, and what the retention jobs write when their hour comes.
     */
    private static final Set<String> MOVING = Set.of(
            "request_allowance",
            "sign_in",
            "sign_in_lane",
            "sign_in_network",
            "known_device",
            "second_factor_tries",
            "authenticator_app",
            "outbox_mail",
            "account_profile",
            "account_interest",
            "support_thread",
            "support_message",
            "support_link",
            "abuse_report",
            "data_request",
            "data_request_person",
            "data_request_step",
            "export_file",
            "processing_choice",
            "retention_hold",
            "retention_run",
            "retention_rule_run",
            "retention_range",
            "retention_evidence");

    /** Columns of the account that its owner chooses, or that say when it was used. */
    private static final String CHOSEN =
            "'{version,display_name,language,last_active_at,restricted_at,restriction_ends_at}'" + "::text[]";

    private final RunningMusicMuse musicMuse;

    KeptRows(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    /** A digest of all rows of each table. */
    Map<String, String> contents() throws SQLException {
        var contents = new TreeMap<String, String>();
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            try (var tables = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'musicmuse'"
                            + " and table_type = 'BASE TABLE' and table_name not like 'audit%'")) {
                while (tables.next()) {
                    contents.put(tables.getString(1), "");
                }
            }
            contents.keySet().removeAll(MOVING);
            for (var table : contents.entrySet()) {
                try (var rows = statement.executeQuery("select md5(string_agg(row, '|' order by row)) from (select"
                        + " (to_jsonb(t) - " + CHOSEN + ")::text as row from musicmuse." + table.getKey() + " t) r")) {
                    rows.next();
                    table.setValue(String.valueOf(rows.getString(1)));
                }
            }
        }
        assertThat(contents).hasSizeGreaterThan(8).containsKeys("account", "account_role", "practice_session");
        return contents;
    }

    /** Whoever pressed the button for it: the next tests play with an account that may be used. */
    void liftRestrictions() throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from musicmuse.retention_hold where kind = 'RESTRICTION'");
            statement.executeUpdate("update musicmuse.account set restricted_at = null, restriction_ends_at = null");
        }
    }

    /** How many names and texts about oneself hold what the profile page must not take. */
    long spoiltTexts() throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select (select count(*) from musicmuse.account where"
                        + " display_name ~ '[[:cntrl:]]' or display_name is null or length(display_name) > 80) +"
                        + " (select count(*) from musicmuse.account_profile where bio ~ '[\\x01-\\x09\\x0b-\\x1f]'"
                        + " or length(bio) > 1000)")) {
            count.next();
            return count.getLong(1);
        }
    }
}
