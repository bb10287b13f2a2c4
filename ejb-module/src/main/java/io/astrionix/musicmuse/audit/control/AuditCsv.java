package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.shared.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Events as CSV (RFC 4180). A value that a spreadsheet could take for a formula gets an apostrophe before it (ASVS 1.2.10).
 */
public final class AuditCsv {

    private final Writer out;

    public AuditCsv(Writer out) {
        this.out = out;
    }

    public void head() {
        line(List.of(
                "seq",
                "time",
                "action",
                "outcome",
                "actor",
                "object type",
                "object",
                "address",
                "personal",
                "details",
                "id"));
    }

    public void row(AuditView event) {
        line(List.of(
                event.seq().map(String::valueOf).orElse(""),
                event.occurredAt().toString(),
                event.action(),
                event.outcome(),
                event.actor(),
                event.objectType(),
                event.objectId(),
                event.address(),
                event.personal().entrySet().stream()
                        .filter(value -> !"address".equals(value.getKey()))
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")),
                event.details(),
                event.id().toString()));
    }

    private void line(List<String> values) {
        try {
            out.write(values.stream().map(Csv::cell).collect(Collectors.joining(",")));
            out.write("\r\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
