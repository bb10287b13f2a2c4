package io.astrionix.musicmuse.shared;

import io.astrionix.musicmuse.health.ApplicationState;
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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Tells {@code /health/ready} whether the database answers, from the moment its tables are there. A database that says
 * nothing, or a pool without a free connection, can hold whoever asks for minutes: so one thread asks for all, and nobody
 * waits longer than {@value #PATIENCE_SECONDS} s for it.
 */
@Startup
@Singleton
@DependsOn(DatabaseMigration.NAME)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class DatabaseHealth {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private SessionContext context;

    private Future<Boolean> question;

    @PostConstruct
    void begin() {
        var self = context.getBusinessObject(DatabaseHealth.class);
        ApplicationState.askDatabase(self::isAnswering);
    }

    @PreDestroy
    void end() {
        ApplicationState.forgetDatabase();
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isAnswering() {
        try {
            return asked().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException noAnswer) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<Boolean> asked() {
        if (question == null || question.isDone()) {
            question = executor.submit(this::ask);
        }
        return question;
    }

    private boolean ask() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException noConnection) {
            return false;
        }
    }
}
