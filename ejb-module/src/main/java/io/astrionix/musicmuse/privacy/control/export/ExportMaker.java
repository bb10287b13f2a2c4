package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.audit.boundary.EventsAbout;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.ExportContribution;
import io.astrionix.musicmuse.privacy.control.PersonalRecords;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the file with everything about somebody. Call in no transaction: it takes as long as there are rows. */
@Dependent
public class ExportMaker {

    @Inject
    private DataMap map;

    @Inject
    private PersonalRecords records;

    @Inject
    private EventsAbout events;

    @Inject
    private Instance<ExportContribution> contributions;

    @Inject
    private ExportTransaction transaction;

    @Inject
    private ExportStore store;

    @Inject
    private ExportRepository files;

    @Inject
    private AccountHolder accounts;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Makes it, in place of one that was made for the same request; nothing where the account is gone.
     *
     * @throws UncheckedIOException if the disk is full or the folder cannot be written
     */
    public void make(AccountId account, UUID request) {
        var holder = accounts.find(account);
        if (holder.isEmpty()) {
            return;
        }
        var head = new ExportHead(account, clock.instant(), holder.get().language());
        try {
            long bytes = store.keep(
                    request,
                    out -> transaction.read(rows -> zip(account, new DatabaseRows(rows, account))
                            .write(head, taker -> contribute(account, taker), out)));
            files.keep(request, account, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        audit.record(
                AuditEvent.done(AuditAction.EXPORT_MADE).on("account", account).with("request", request));
    }

    private ExportZip zip(AccountId account, DatabaseRows database) {
        var tables = new ExportTables(map, records.kindNames());
        var log = AuditRows.table(map);
        var access = new ArrayList<>(tables.all(false));
        access.add(log);
        var logRows = new AuditRows(events, account);
        ExportRows rows = (table, receiver) -> {
            if (table.name().equals(log.name())) {
                logRows.read(receiver);
            } else {
                database.read(table, receiver);
            }
        };
        return new ExportZip(map, List.copyOf(access), tables.all(true), rows);
    }

    private void contribute(AccountId account, ExportZip.FileTaker taker) throws IOException {
        for (var contribution : contributions) {
            contribution.addTo(account, taker::take);
        }
    }
}
