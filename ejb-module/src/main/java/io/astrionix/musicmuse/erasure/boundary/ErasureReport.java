package io.astrionix.musicmuse.erasure.boundary;

import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an erasure removed, what it kept and why, and who has not answered yet (R56).
 *
 * @param doneAt empty as long as something is held or pending
 * @param removed in the order in which it went
 * @param legs of whoever works for the operator and has got something
 */
public record ErasureReport(
        UUID id, Instant begunAt, Optional<Instant> doneAt, List<Removed> removed, List<Kept> kept, List<Leg> legs) {

    public ErasureReport {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
        legs = List.copyOf(legs);
    }

    /**
     * @param table without its schema
     * @param rows that went or lead to nobody any more
     */
    public record Removed(String table, long rows) {}

    /**
     * @param table without its schema
     * @param rule of retention.yml
     * @param ground of the rule: why it is kept
     * @param until when it goes at the latest; empty as long as somebody holds it
     */
    public record Kept(String table, String rule, String ground, Optional<Instant> until) {}

    /**
     * @param processor its name
     * @param doneAt when it had erased; empty as long as it has not, and is asked again
     * @param tries how often it was asked
     */
    public record Leg(String processor, Optional<Instant> doneAt, int tries) {}

    /** Names of processors that have not erased yet. */
    public List<String> pending() {
        return legs.stream()
                .filter(leg -> leg.doneAt().isEmpty())
                .map(Leg::processor)
                .toList();
    }

    /** The same as a document; nothing in it says whose it is. */
    public String asJson() {
        var gone = Json.createArrayBuilder();
        removed.forEach(row ->
                gone.add(Json.createObjectBuilder().add("table", row.table()).add("rows", row.rows())));
        var left = Json.createArrayBuilder();
        kept.forEach(row -> {
            var json = Json.createObjectBuilder()
                    .add("table", row.table())
                    .add("rule", row.rule())
                    .add("ground", row.ground());
            row.until().ifPresent(until -> json.add("until", until.toString()));
            left.add(json);
        });
        var json = Json.createObjectBuilder()
                .add("erasure", id.toString())
                .add("begunAt", begunAt.toString())
                .add("removed", gone)
                .add("kept", left)
                .add("pendingAtProcessors", Json.createArrayBuilder(pending()));
        doneAt.ifPresent(done -> json.add("doneAt", done.toString()));
        return json.build().toString();
    }
}
