package io.astrionix.musicmuse.web.audit;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent.Outcome;
import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the form of admin/audit.xhtml asks for. Days are those of the server's time zone, as the table shows them. */
public class AuditSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    private LocalDate from;
    private LocalDate until;
    private AuditAction action;
    private Outcome outcome;
    private String actor = "";
    private String object = "";

    AuditFilter toFilter() {
        return new AuditFilter(
                beginOf(from),
                beginOf(until == null ? null : until.plusDays(1)),
                Optional.ofNullable(action),
                Optional.ofNullable(outcome),
                plain(actor),
                plain(object));
    }

    private static Optional<Instant> beginOf(LocalDate day) {
        return Optional.ofNullable(day)
                .map(d -> d.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** No id holds a control character: what has one finds nothing that is there, and so does this. */
    private static String plain(String text) {
        return text == null ? "" : text.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    public List<AuditAction> getActions() {
        return Arrays.stream(AuditAction.values())
                .sorted(Comparator.comparing(Enum::name))
                .toList();
    }

    public List<Outcome> getOutcomes() {
        return List.of(Outcome.values());
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public AuditAction getAction() {
        return action;
    }

    public void setAction(AuditAction action) {
        this.action = action;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }
}
