package io.astrionix.musicmuse.batch.legal;

import io.astrionix.musicmuse.legal.boundary.LegalNoticeRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Pages through the accounts that are told of a version, by id. Without a checkpoint: it would leave an account's id in the
 * batch repository, and who was told is known by the receipts.
 */
@Named
@Dependent
public class LegalNoticeReader extends AbstractItemReader {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

    private final LegalNoticeRun run;
    private final UUID version;
    private final Deque<UUID> page = new ArrayDeque<>();
    private UUID last = FIRST;

    @Inject
    public LegalNoticeReader(LegalNoticeRun run, @BatchProperty(name = "version") String version) {
        this.run = run;
        this.version = UUID.fromString(version);
    }

    @Override
    public void open(Serializable checkpoint) {
        page.clear(); // after a failed chunk the reader is opened again
        last = FIRST;
    }

    @Override
    public UUID readItem() {
        if (page.isEmpty()) {
            page.addAll(run.accounts(version, last, PAGE));
        }
        var next = page.poll();
        if (next != null) {
            last = next;
        }
        return next; // null ends the step
    }
}
