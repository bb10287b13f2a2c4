package io.astrionix.musicmuse.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Tells in the log, at each start and each morning, what browsers will not like about the site's certificate. */
@Startup
@Singleton
@DependsOn(DatabaseMigration.NAME)
@PermitAll
public class CertificateWatch {

    private static final Logger LOG = System.getLogger(CertificateWatch.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @PostConstruct
    void begin() {
        look();
    }

    @Schedule(hour = "6", persistent = false)
    public void look() {
        try {
            TlsCertificate.of(settings).ifPresent(certificate -> certificate
                    .complaints(settings.originWithTls().orElseThrow(), clock.instant())
                    .forEach(CertificateWatch::alarm));
        } catch (InvalidSettingException fileIsGone) {
            alarm(fileIsGone.getMessage());
        }
    }

    private static void alarm(String complaint) {
        LOG.log(Level.WARNING, "MUSICMUSE-ALARM {0}", complaint);
    }
}
