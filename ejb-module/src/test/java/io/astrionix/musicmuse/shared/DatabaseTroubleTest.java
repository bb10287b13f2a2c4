package io.astrionix.musicmuse.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08001, MUSICMUSE_DB_URL leads to no database",
        "3D000, MUSICMUSE_DB_URL names a database that is not there",
        "28P01, MUSICMUSE_DB_OWNER_USER and MUSICMUSE_DB_OWNER_PASSWORD are refused",
        "28000, MUSICMUSE_DB_OWNER_USER and MUSICMUSE_DB_OWNER_PASSWORD are refused",
        "42501, MUSICMUSE_DB_OWNER_USER may not do",
        "53300, MUSICMUSE_DB_POOL wants more"
    })
    void postgresqls_states_name_the_setting(String state, String beginning) {
        var failure = new IllegalStateException(new SQLException("whatever", new SQLException("inner", state)));
        assertThat(DatabaseTrouble.advice(failure, "MUSICMUSE_DB_OWNER"))
                .hasValueSatisfying(advice -> assertThat(advice).startsWith(beginning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection could not be allocated because: Connection to db.example:5432 refused. Check | DB_URL leads",
                "Cause: FATAL: password authentication failed for user \"musicmuse\" | DB_USER and",
                "Cause: FATAL: database \"musicmusic\" does not exist | DB_URL names",
                "FATAL: role \"nobody\" does not exist | DB_USER and",
                "ERROR: permission denied for schema musicmuse | DB_USER may not"
            })
    void where_only_words_are_left_they_do(String words, String part) {
        assertThat(DatabaseTrouble.advice(new RuntimeException(words), "MUSICMUSE_DB"))
                .hasValueSatisfying(advice -> assertThat(advice).contains(part));
    }

    @Test
    void what_no_setting_mends_gets_no_advice() {
        assertThat(DatabaseTrouble.advice(new SQLException("syntax error", "42601"), "MUSICMUSE_DB"))
                .isEmpty();
        assertThat(DatabaseTrouble.advice(new IllegalStateException(), "MUSICMUSE_DB"))
                .isEmpty();
    }
}
