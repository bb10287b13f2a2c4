package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * As long as nobody runs this installation, each start writes one line with a link into the server's log; whoever can
 * read that log becomes the platform admin. There is no default password (ASVS 6.3.2).
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class FirstAdminLink {

    /** The launcher looks for this word in the log. */
    static final String MARK = "MUSICMUSE-SETUP";

    private static final Logger LOG = Logger.getLogger(FirstAdminLink.class.getName());

    private FirstAdmin firstAdmin;

    public FirstAdminLink() {} // required by the EJB proxy

    @Inject
    public FirstAdminLink(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @PostConstruct
    void write() {
        firstAdmin
                .newLink()
                .ifPresent(link -> LOG.log(
                        Level.INFO, MARK + ": nobody runs this installation yet. Within 24 hours, once: {0}", link));
    }
}
