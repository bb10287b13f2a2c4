package io.astrionix.musicmuse.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.Resource.AuthenticationType;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

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

    /** Payara hands out the owner's connections only where the application, not the container, says who connects. */
    @Resource(
            name = "jdbc/musicmuse",
            lookup = "java:comp/DefaultDataSource",
            authenticationType = AuthenticationType.APPLICATION)
    private DataSource database;

    @Inject
    private ApplicationRole applicationRole;

    @PostConstruct
    void start() {
        var settings = checkedSettings();
        var owner = new OwnerDataSource(
                database,
                settings.text(Setting.DB_OWNER_USER).orElseThrow(),
                settings.text(Setting.DB_OWNER_PASSWORD).orElse(""));
        var result = migrate(owner);
        LOG.log(
                Level.INFO,
                "Schema {0} is at version {1}, {2} migrations run",
                SCHEMA,
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    private MigrateResult migrate(OwnerDataSource owner) {
        var application = applicationRole(ownerRole(owner));
        try {
            var flyway = Flyway.configure(DatabaseMigration.class.getClassLoader())
                    .dataSource(owner)
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("applicationRole", application.name()))
                    // All or nothing: when one fails, the database is as the version before left it.
                    .group(true)
                    .load();
            refuseNewerDatabase(flyway.info());
            return flyway.migrate();
        } catch (FlywayException failed) {
            throw refused(failed, StartRefusal.OWNER_ROLE);
        }
    }

    /** Flyway by itself would let an older version work with tables that it does not know (docs/upgrade.md). */
    private static void refuseNewerDatabase(MigrationInfoService found) {
        Arrays.stream(found.applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw StartRefusal.newerDatabase(version.getVersion());
                });
    }

    private static DatabaseRole ownerRole(OwnerDataSource owner) {
        try (var connection = owner.getConnection()) {
            var role = DatabaseRole.of(connection);
            if (role.superuser()) {
                throw StartRefusal.setting(new InvalidSettingException(
                        Setting.DB_OWNER_USER, "a role that owns the tables and is no superuser"));
            }
            return role;
        } catch (SQLException failed) {
            throw refused(failed, StartRefusal.OWNER_ROLE);
        }
    }

    /** The role that the migrations grant its rights to: nobody's who could change the audit log (ADR 0009). */
    private DatabaseRole applicationRole(DatabaseRole owner) {
        try {
            var role = applicationRole.find();
            if (role.name().equals(owner.name()) || role.superuser()) {
                throw StartRefusal.setting(new InvalidSettingException(
                        Setting.DB_OWNER_USER,
                        "another role than the application's MUSICMUSE_DB_USER, and that one no superuser"));
            }
            return role;
        } catch (SQLException failed) {
            throw refused(failed, StartRefusal.APPLICATION_ROLE);
        }
    }

    private static Settings checkedSettings() {
        try {
            var settings = new Settings();
            // Whoever needs the keys first would tell it less plainly; here nothing has begun yet.
            new Keys(settings);
            TlsCertificate.of(settings);
            return settings;
        } catch (InvalidSettingException wrong) {
            throw StartRefusal.setting(wrong);
        }
    }

    private static IllegalStateException refused(Exception failed, String role) {
        StartRefusal.database(failed, role);
        return new IllegalStateException(failed);
    }
}
