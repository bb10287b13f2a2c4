package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.audit.boundary.EventsAbout;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What the audit log says of somebody (A11). Of others who appear in it no more than that somebody else did it (A12): not
 * who, and not from where.
 */
final class AuditRows {

    static final String NAME = "AuditEvent";

    private static final String YOU = "you";

    private final EventsAbout events;
    private final AccountId account;

    AuditRows(EventsAbout events, AccountId account) {
        this.events = events;
        this.account = account;
    }

    static ExportTable table(DataMap map) {
        return new ExportTable(
                NAME,
                List.of(
                        field(map, "occurredAt", "AuditEntry", "occurredAt"),
                        field(map, "action", "AuditEntry", "action"),
                        field(map, "outcome", "AuditEntry", "outcome"),
                        field(map, "by", "AuditEntry", "actor"),
                        field(map, "from", "AuditPersonal", "value"),
                        field(map, "details", "AuditEntry", "details")),
                "");
    }

    private static ExportField field(DataMap map, String name, String entity, String path) {
        var personal = map.records().stream()
                .filter(mapped -> mapped.name().equals(entity))
                .flatMap(mapped -> mapped.attributes().stream())
                .filter(attribute -> attribute.path().equals(path))
                .findFirst()
                .flatMap(attribute -> attribute.personal());
        return new ExportField(name, "", entity + "." + path, personal);
    }

    void read(ExportRows.Receiver receiver) throws IOException {
        try {
            events.forEach(account, event -> {
                try {
                    receiver.take(row(event));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Object[] row(AuditView event) {
        boolean own = event.actor().equals(account.toString());
        boolean nobody = event.actor().isEmpty();
        var by = own ? YOU : nobody ? "nobody" : "somebody else";
        return new Object[] {
            event.occurredAt(),
            event.action(),
            event.outcome(),
            by,
            own || nobody
                    ? Optional.of(event.personalText())
                            .filter(text -> !text.isEmpty())
                            .orElse(null)
                    : null,
            own || nobody ? event.details() : null
        };
    }
}
