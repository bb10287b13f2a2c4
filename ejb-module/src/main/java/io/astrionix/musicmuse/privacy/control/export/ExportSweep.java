package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.DataMap;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;

/** Ends export files that are too old, and brings files and rows together where a crash or a deletion parted them. */
@Dependent
public class ExportSweep {

    private static final String RULE = "export-48h";

    /** A file without a row may be one whose row is just being written. */
    private static final Duration MEANWHILE = Duration.ofMinutes(10);

    /** Longer than any export takes. */
    private static final Duration WRITING = Duration.ofHours(6);

    @Inject
    private DataMap map;

    @Inject
    private ExportStore store;

    @Inject
    private ExportRepository files;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** @return how many files went */
    public int run() {
        var now = clock.instant();
        var oldest = now.atZone(ZoneOffset.UTC).minus(map.rule(RULE).amount()).toInstant();
        for (var request : files.madeBefore(oldest)) {
            files.remove(request);
        }
        var kept = new HashSet<>(files.all());
        int gone = 0;
        for (var file : store.writtenBefore(now.minus(MEANWHILE))) {
            if (!kept.contains(file)) {
                store.delete(file);
                audit.record(AuditEvent.done(AuditAction.EXPORT_DELETED).on("data-request", file));
                gone++;
            }
        }
        kept.removeIf(store::has);
        kept.forEach(files::remove);
        store.deletePartsBefore(now.minus(WRITING));
        return gone;
    }
}
