package io.astrionix.musicmuse.shared;

import io.astrionix.musicmuse.health.DatabaseProbe;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells {@code /health/ready} whether the database answers, from the moment its tables are there. */
@Startup
@Singleton
@DependsOn(DatabaseMigration.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // a slow database must not hold up one question behind the other
@PermitAll
public class DatabaseHealth {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Resource
    private SessionContext context;

    @PostConstruct
    void begin() {
        var self = context.getBusinessObject(DatabaseHealth.class);
        DatabaseProbe.ask(self::isAnswering);
    }

    @PreDestroy
    void end() {
        DatabaseProbe.forget();
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isAnswering() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException noConnection) {
            return false;
        }
    }
}
