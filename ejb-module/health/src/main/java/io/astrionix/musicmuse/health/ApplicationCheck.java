package io.astrionix.musicmuse.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Part of {@code /health/ready}: whether requests can be served, which none can without pages and database. Down too until
 * the application has started, and for good if it did not. Says too how many things are wrong with retention, which is a
 * reason to look and none to serve nobody.
 */
@Readiness
@ApplicationScoped
public class ApplicationCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("musicmuse").status(ApplicationState.isReady());
        var troubles = ApplicationState.retentionTroubles();
        return troubles.isPresent()
                ? answer.withData("retention-troubles", troubles.getAsInt()).build()
                : answer.build();
    }
}
