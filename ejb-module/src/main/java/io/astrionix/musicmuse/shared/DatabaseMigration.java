package io.astrionix.musicmuse.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The first thing that starts: checks the settings, then brings the schema {@code musicmuse} up to date, as the owner of
 * its tables. Nobody else makes tables (docs/adr/0004). Every start-up bean that touches the database depends on this one.
 */
@Startup
@Singleton(name = DatabaseMigration.NAME)
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN) // Flyway commits by itself
public class DatabaseMigration {

    /** For {@code @DependsOn}. */
    public static final String NAME = "DatabaseMigration";

    public static final String SCHEMA = "musicmuse";

    private static final Logger LOG = System.getLogger(DatabaseMigration.class.getName());

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @PostConstruct
    void start() {
        var settings = checkedSettings();
        var owner = new OwnerDataSource(
                database,
                settings.text(Setting.DB_OWNER_USER).orElseThrow(),
                settings.text(Setting.DB_OWNER_PASSWORD).orElse(""));
        var result = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(owner)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .placeholders(Map.of("applicationRole", applicationRole(owner)))
                .load()
                .migrate();
        LOG.log(
                Level.INFO,
                "Schema {0} is at version {1}, {2} migrations run",
                SCHEMA,
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /** The role that the migrations grant its rights to: nobody's who could change the audit log (ADR 0009). */
    private String applicationRole(OwnerDataSource owner) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_user, (select rolsuper from pg_roles where rolname = current_user)")) {
            row.next();
            var role = row.getString(1);
            if (role.equals(owner.user()) || row.getBoolean(2)) {
                throw refused(new InvalidSettingException(
                        Setting.DB_OWNER_USER,
                        "another role than the application's MUSICMUSE_DB_USER, and that one no superuser"));
            }
            return role;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Settings checkedSettings() {
        try {
            return new Settings();
        } catch (InvalidSettingException wrong) {
            throw refused(wrong);
        }
    }

    private static InvalidSettingException refused(InvalidSettingException wrong) {
        LOG.log(Level.ERROR, "MUSICMUSE-CONFIG {0} MusicMuse does not start.", wrong.getMessage());
        return wrong;
    }
}
