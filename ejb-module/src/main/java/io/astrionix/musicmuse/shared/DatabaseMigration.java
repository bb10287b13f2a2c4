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
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The first thing that starts: checks the settings, then brings the schema {@code musicmuse} up to date. Nobody else
 * makes tables (docs/adr/0004). Every start-up bean that touches the database depends on this one.
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
        checkSettings();
        var result = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        LOG.log(
                Level.INFO,
                "Schema {0} is at version {1}, {2} migrations run",
                SCHEMA,
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    private static void checkSettings() {
        try {
            new Settings();
        } catch (InvalidSettingException wrong) {
            LOG.log(Level.ERROR, "MUSICMUSE-CONFIG {0} MusicMuse does not start.", wrong.getMessage());
            throw wrong;
        }
    }
}
