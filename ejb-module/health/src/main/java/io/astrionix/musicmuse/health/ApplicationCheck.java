package io.astrionix.musicmuse.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Part of {@code /health/ready}: whether requests can be served, which none can without pages and database. Down too until
 * the application has started, and for good if it did not.
 */
@Readiness
@ApplicationScoped
public class ApplicationCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("musicmuse")
                .status(ApplicationState.isReady())
                .build();
    }
}
