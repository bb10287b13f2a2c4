package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a start of the application leaves behind. */
class StartupIT extends Deployed {

    private static final String NOT_ALLOWED = "42501";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private TestAccounts accounts;

    @Test
    void every_migration_in_the_application_has_run_once_and_runs_no_second_time() {
        var flyway = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .schemas(DatabaseMigration.SCHEMA)
                .locations("classpath:db/migration")
                .load();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(Arrays.stream(flyway.info().applied()).filter(migration -> migration.getVersion() != null))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(migration ->
                        assertThat(migration.getState().isApplied()).isTrue());
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    @Tag("ASVS-13.2.2")
    void the_application_works_as_a_role_that_changes_no_table() {
        assertThat(refusal("create table musicmuse.other (id int)")).isEqualTo(NOT_ALLOWED);
        assertThat(refusal("alter table musicmuse.account add column other int"))
                .isEqualTo(NOT_ALLOWED);
        assertThat(refusal("drop table musicmuse.account")).isEqualTo(NOT_ALLOWED);
        assertThat(refusal("truncate musicmuse.account")).isEqualTo(NOT_ALLOWED);
        assertThat(refusal("delete from musicmuse.flyway_schema_history")).isEqualTo(NOT_ALLOWED);
        assertThat(accounts.number("select count(*) from pg_tables where schemaname = 'musicmuse'"
                        + " and tableowner <> 'musicmuse_owner'"))
                .isZero();
    }

    private String refusal(String command) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
            return "done";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Test
    @Tag("ASVS-6.3.2")
    void without_a_password_there_is_no_demo_account() {
        assertThat(accounts.number("select count(*) from musicmuse.account where email like '%@demo.musicmuse.test'"))
                .isZero();
    }

    @Test
    void settings_come_from_the_servers_environment_else_from_their_defaults() {
        assertThat(settings.count(Setting.RETENTION_CHUNK)).isEqualTo(10);
        assertThat(settings.duration(Setting.TAKE_GRACE)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.text(Setting.DB_OWNER_USER)).contains("musicmuse_owner");
        assertThat(settings.text(Setting.SITE_ORIGIN))
                .hasValueSatisfying(origin -> assertThat(origin).startsWith("http://127.0.0.1:"));
    }
}
