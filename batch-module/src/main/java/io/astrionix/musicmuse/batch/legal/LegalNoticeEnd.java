package io.astrionix.musicmuse.batch.legal;

import io.astrionix.musicmuse.legal.boundary.LegalNoticeRun;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Says that everybody has been told. */
@Named
@Dependent
public class LegalNoticeEnd extends AbstractBatchlet {

    private final LegalNoticeRun run;
    private final UUID version;

    @Inject
    public LegalNoticeEnd(LegalNoticeRun run, @BatchProperty(name = "version") String version) {
        this.run = run;
        this.version = UUID.fromString(version);
    }

    @Override
    public String process() {
        run.finish(version);
        return "DONE";
    }
}
