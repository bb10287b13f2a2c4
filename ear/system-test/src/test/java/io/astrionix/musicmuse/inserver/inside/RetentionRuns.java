package io.astrionix.musicmuse.inserver.inside;

import io.astrionix.musicmuse.batch.retention.RetentionSchedule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Runs of the retention engine, asked for as the command line does. */
@Dependent
public class RetentionRuns {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private RetentionSchedule schedule;

    @Inject
    private TestAccounts database;

    /** Asks for a run of these rules, and waits for its end. */
    public UUID purge(String rules) {
        return awaitEnd(ask("PURGE", rules));
    }

    public UUID dry(String rules) {
        return awaitEnd(ask("DRY", rules));
    }

    public UUID ask(String kind, String rules) {
        var run = UUID.randomUUID();
        database.update(
                "insert into musicmuse.retention_run (id, kind, asked_by, rules) values (?, ?, 'test', ?)",
                run,
                kind,
                rules);
        return run;
    }

    public UUID awaitEnd(UUID run) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hasEnded(run)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Retention run is " + state(run) + " after " + PATIENCE);
            }
            takeUp();
            pause();
        }
        return run;
    }

    public boolean hasEnded(UUID run) {
        return database.number("select count(*) from musicmuse.retention_run where id = ? and ended_at is null", run)
                == 0;
    }

    /** As the server does each few seconds. */
    public void takeUp() {
        schedule.whatWaits();
    }

    public String state(UUID run) {
        return database.text("select state from musicmuse.retention_run where id = ?", run);
    }

    public long removed(UUID run) {
        return sum("removed", "retention_rule_run", run);
    }

    public long due(UUID run) {
        return sum("due", "retention_rule_run", run);
    }

    public long held(UUID run) {
        return sum("held", "retention_rule_run", run);
    }

    public long evidence(UUID run) {
        return sum("removed", "retention_evidence", run);
    }

    public long transactions(UUID run) {
        return database.number("select count(*) from musicmuse.retention_evidence where run_id = ?", run);
    }

    public String report(UUID run) {
        return database.text("select report from musicmuse.retention_run where id = ?", run);
    }

    public boolean signatureHolds(UUID run) {
        return signatureHoldsFor(run, report(run));
    }

    /** Checked with nothing but the public key that the report names. */
    public boolean signatureHoldsFor(UUID run, String report) {
        var signed = Base64.getDecoder()
                .decode(database.text("select signature from musicmuse.retention_run where id = ?", run));
        try (var reader = Json.createReader(new StringReader(report(run)))) {
            var key = Base64.getDecoder().decode(reader.readObject().getString("publicKey"));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            signature.update(report.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private long sum(String column, String table, UUID run) {
        return database.number(
                "select coalesce(sum(" + column + "), 0) from musicmuse." + table + " where run_id = ?", run);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
