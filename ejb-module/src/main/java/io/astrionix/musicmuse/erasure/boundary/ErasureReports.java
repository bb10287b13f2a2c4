package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Kept;
import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Removed;
import io.astrionix.musicmuse.erasure.control.ReportRows;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Reports on erasures, for those who answer for them. Nothing in them says whose they are. */
@Stateless
@RolesAllowed({Role.Names.SUPPORT, Role.Names.TRUST})
public class ErasureReports {

    private ReportRows rows;
    private DataMap map;

    public ErasureReports() {} // required by the EJB proxy

    @Inject
    public ErasureReports(ReportRows rows, DataMap map) {
        this.rows = rows;
        this.map = map;
    }

    /** @param id the request's; empty if nothing was begun for it, or its report has gone after its time */
    public Optional<ErasureReport> of(@NotNull UUID id) {
        return rows.head(id)
                .map(head -> new ErasureReport(
                        id,
                        head.begunAt(),
                        head.doneAt(),
                        rows.removed(id).entrySet().stream()
                                .map(table -> new Removed(table.getKey(), table.getValue()))
                                .toList(),
                        rows.kept(id).stream()
                                .map(kept -> kept(kept.table(), map.rule(kept.rule()), kept.held(), head.lastDone()))
                                .toList(),
                        rows.legs(id)));
    }

    private static Kept kept(String table, RetentionRule rule, boolean held, Instant erasedAt) {
        var until = held
                ? Optional.<Instant>empty()
                : Optional.of(
                        erasedAt.atZone(ZoneOffset.UTC).plus(rule.amount()).toInstant());
        return new Kept(table, rule.id(), rule.ground(), until);
    }
}
