package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Optional;

/**
 * Lets a test run as if it were part of the application's EJB module: beans look for the persistence unit, on Payara, in
 * the module of whoever called last.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class InsideApplication {

    /** Something that may fail in any way. */
    @FunctionalInterface
    public interface Work {
        void run() throws Throwable;
    }

    /** @return how it failed: thrown from an EJB, it would be another exception for whoever catches it */
    public Optional<Throwable> run(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }
}
