package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.privacy.boundary.ExportView;
import io.astrionix.musicmuse.privacy.boundary.NoExportException;
import io.astrionix.musicmuse.privacy.entity.ExportFile;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Gives out files, as long as their time lasts. */
@Dependent
public class ExportDoor {

    private static final String RULE = "export-48h";

    @Inject
    private LinkedExports linked;

    @Inject
    private ExportRepository files;

    @Inject
    private ExportStore store;

    @Inject
    private DataMap map;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    public Optional<ExportView> of(AccountId account) {
        return files.of(account)
                .filter(this::isThere)
                .map(file -> new ExportView(file.bytes(), file.madeAt(), until(file)));
    }

    public boolean isReady(String token) {
        return linked.by(token).filter(this::isThere).isPresent();
    }

    public void writeOf(AccountId account, OutputStream out) {
        write(files.of(account), out);
    }

    public void writeOf(String token, OutputStream out) {
        write(linked.by(token), out);
    }

    private void write(Optional<ExportFile> found, OutputStream out) {
        var file = found.filter(this::isThere).orElseThrow(NoExportException::new);
        audit.record(AuditEvent.done(AuditAction.EXPORT_DOWNLOADED)
                .on("account", file.account())
                .with("request", file.requestId()));
        store.copy(file.requestId(), out);
    }

    private boolean isThere(ExportFile file) {
        return clock.instant().isBefore(until(file)) && store.has(file.requestId());
    }

    private Instant until(ExportFile file) {
        return file.madeAt()
                .atZone(ZoneOffset.UTC)
                .plus(map.rule(RULE).amount())
                .toInstant();
    }
}
