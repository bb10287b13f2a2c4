package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.control.LegalTexts.LegalText;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Finds new versions of the legal texts at the start and writes them down as drafts. */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class LegalRegistrar {

    private static final Logger LOG = System.getLogger(LegalRegistrar.class.getName());

    private LegalTexts texts;
    private LegalVersionRepository versions;
    private Clock clock;

    public LegalRegistrar() {} // required by the EJB proxy

    @Inject
    public LegalRegistrar(LegalTexts texts, LegalVersionRepository versions, Clock clock) {
        this.texts = texts;
        this.versions = versions;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        texts.all().forEach(this::register);
    }

    private void register(LegalText text) {
        var found = versions.find(text.document(), text.number());
        found.ifPresentOrElse(
                version -> compare(version, text),
                () -> versions.addDraft(text.document(), text.number(), text.sha256(), clock.instant()));
    }

    private static void compare(LegalVersion version, LegalText text) {
        if (version.sha256().equals(text.sha256())) {
            return;
        }
        if (version.isPublished()) {
            LOG.log(
                    Level.ERROR,
                    "The text of {0} version {1} is another one than was published: take back the change and add a version",
                    text.document(),
                    text.number());
        } else {
            version.rewritten(text.sha256());
        }
    }
}
