package io.astrionix.musicmuse.batch.legal;

import io.astrionix.musicmuse.legal.boundary.LegalNoticeRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Queues the mails of a chunk of accounts; the chunk's transaction is open already. */
@Named
@Dependent
public class LegalNoticeWriter extends AbstractItemWriter {

    private final LegalNoticeRun run;
    private final UUID version;

    @Inject
    public LegalNoticeWriter(LegalNoticeRun run, @BatchProperty(name = "version") String version) {
        this.run = run;
        this.version = UUID.fromString(version);
    }

    @Override
    public void writeItems(List<Object> accounts) {
        run.tell(version, accounts.stream().map(UUID.class::cast).toList());
    }
}
