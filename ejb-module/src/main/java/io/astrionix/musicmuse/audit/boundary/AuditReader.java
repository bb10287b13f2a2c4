package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.audit.control.AuditCsv;
import io.astrionix.musicmuse.audit.control.AuditQueries;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Writer;
import java.util.List;

/** Reading the audit log. That it was read is an event itself. */
@Stateless
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class AuditReader {

    private static final int PAGE = 500;

    /** More than this no spreadsheet takes. */
    public static final int MOST_EXPORTED = 1_000_000;

    private AuditQueries queries;
    private AuditLog log;

    public AuditReader() {} // required by the EJB proxy

    @Inject
    public AuditReader(AuditQueries queries, AuditLog log) {
        this.queries = queries;
        this.log = log;
    }

    /** Says that somebody looks at these events: once for each search, not for each page of the table. */
    public void opened(@NotNull AccountId by, @NotNull @Valid AuditFilter filter) {
        var event = AuditEvent.done(AuditAction.AUDIT_VIEWED).by(by);
        if (!filter.actor().isBlank()) {
            event = event.withPersonal("actor", filter.actor());
        }
        if (!filter.object().isBlank()) {
            event = event.withPersonal("object", filter.object());
        }
        log.record(event.with("action", filter.action().map(Enum::name).orElse("any")));
    }

    public int count(@NotNull @Valid AuditFilter filter) {
        return queries.count(filter);
    }

    /** Events, newest first. */
    public List<AuditView> find(@NotNull @Valid AuditFilter filter, @Min(0) int first, @Min(1) @Max(PAGE) int limit) {
        return queries.find(filter, first, limit);
    }

    /**
     * Writes the events as CSV, newest first, at most {@value #MOST_EXPORTED}.
     *
     * @throws java.io.UncheckedIOException if {@code out} cannot be written
     */
    public void export(@NotNull AccountId by, @NotNull @Valid AuditFilter filter, @NotNull Writer out) {
        log.record(AuditEvent.done(AuditAction.AUDIT_EXPORTED).by(by).with("events", queries.count(filter)));
        var csv = new AuditCsv(out);
        csv.head();
        queries.forEach(filter, MOST_EXPORTED, csv::row);
    }
}
