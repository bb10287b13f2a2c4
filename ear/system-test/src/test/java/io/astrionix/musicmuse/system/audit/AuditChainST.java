package io.astrionix.musicmuse.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.audit.control.chain.Damage;
import io.astrionix.musicmuse.audit.control.chain.VerifyCommand;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of the audit log in a real database, with the application's rights and with those of an attacker. */
@Tag("system")
class AuditChainST {

    private static final List<UUID> PEOPLE = List.of(UUID.randomUUID(), UUID.randomUUID());

    @TempDir
    static Path folder;

    private static AuditDatabase database;

    /** Each event of a test is somebody else's number, so that no two have the same values and every swap is a change. */
    private int written;

    @BeforeAll
    static void start() throws Exception {
        database = new AuditDatabase(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void anEmptyLog() throws Exception {
        database.empty();
    }

    @Test
    @Tag("R71")
    @Tag("ASVS-16.4.2")
    void a_thousand_random_changes_are_all_found() throws Exception {
        var now = Instant.now();
        month(now.minus(Duration.ofDays(75)), 60);
        month(now.minus(Duration.ofDays(40)), 60);
        database.setClock(null);
        write(now, 60);
        database.seal();
        assertThat(database.verify().finding()).isEmpty();
        assertThat(database.number("select count(*) from musicmuse.audit_segment"))
                .isEqualTo(2);

        long seed = now.toEpochMilli();
        var random = new Random(seed);
        var missed = new ArrayList<String>();
        int found = 0;
        try (var owner = database.owner()) {
            owner.setAutoCommit(false);
            for (int i = 0; i < 1_000; i++) {
                var tampering = Tampering.random(random, 180);
                assertThat(tampering.apply(owner)).as(tampering.toString()).isPositive();
                if (database.verify(owner).finding().isPresent()) {
                    found++;
                } else {
                    missed.add(tampering.toString());
                }
                owner.rollback();
            }
        }
        Figures.keep("audit-tampering-found", found, "of 1000", "1000");
        assertThat(missed).as("not found, seed %d", seed).isEmpty();
        assertThat(database.verify().finding()).as("after all was undone").isEmpty();
    }

    @Test
    @Tag("R71")
    void the_place_and_the_kind_of_the_first_damage_are_told() throws Exception {
        write(Instant.now(), 20);
        database.seal();
        try (var owner = database.owner()) {
            AuditDatabase.execute(
                    owner,
                    "update musicmuse.audit_entry set outcome = 'X' where id in"
                            + " (select entry_id from musicmuse.audit_seal where seq in (7, 12))");
        }
        assertThat(database.verify().finding()).hasValueSatisfying(finding -> {
            assertThat(finding.seq()).isEqualTo(7);
            assertThat(finding.damage()).isEqualTo(Damage.ENTRY_CHANGED);
        });
    }

    @Test
    @Tag("R71")
    void an_entry_committed_late_is_sealed_once_and_after_younger_ones() throws Exception {
        var early = Instant.now().minusSeconds(60);
        try (var slow = database.application();
                var quick = database.application()) {
            database.write(slow, early, PEOPLE.get(0), 1);
            database.write(quick, Instant.now(), PEOPLE.get(1), 2);
            quick.commit();
            database.seal();
            assertThat(database.number("select count(*) from musicmuse.audit_seal"))
                    .isEqualTo(1);

            slow.commit();
            database.seal();
            database.seal();
        }
        assertThat(database.number("select count(*) from musicmuse.audit_seal")).isEqualTo(2);
        assertThat(database.number("select count(*) from musicmuse.audit_seal s join musicmuse.audit_entry e"
                        + " on e.id = s.entry_id where s.seq = 2 and e.details = '{\"number\":\"1\"}'"))
                .isEqualTo(1);
        assertThat(database.verify().finding()).isEmpty();
    }

    @Test
    @Tag("R71")
    void eight_writers_and_two_sealers_lose_nothing_and_double_nothing() throws Exception {
        long writers = 8;
        int each = 150;
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool((int) writers + 2);
        try {
            var sealers = List.of(pool.submit(() -> sealUntil(over)), pool.submit(() -> sealUntil(over)));
            var tasks = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < writers; writer++) {
                int first = writer * each;
                tasks.add(() -> writeOneByOne(first, each));
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
            over.set(true);
            for (var sealer : sealers) {
                sealer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        database.seal();

        assertThat(database.number("select count(*) from musicmuse.audit_seal")).isEqualTo(writers * each);
        assertThat(database.number("select count(distinct e.details) from musicmuse.audit_seal s"
                        + " join musicmuse.audit_entry e on e.id = s.entry_id"))
                .isEqualTo(writers * each);
        assertThat(database.number("select max(seq) from musicmuse.audit_seal")).isEqualTo(writers * each);
        assertThat(database.verify().finding()).isEmpty();
    }

    @Test
    @Tag("R71")
    void erasure_takes_the_person_and_leaves_the_chain_whole() throws Exception {
        write(Instant.now(), 40);
        database.seal();
        try (var application = database.application();
                var forget = application.prepareStatement("select musicmuse.audit_forget(?, ?)")) {
            forget.setObject(1, PEOPLE.get(0));
            forget.setArray(2, application.createArrayOf("text", new Object[] {"person1@school.test"}));
            forget.executeQuery().close();
            application.commit();
        }
        assertThat(database.number("select count(*) from musicmuse.audit_subject"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from musicmuse.audit_personal where name = 'email'"))
                .as("20 of the person's events, and one of another's with the address")
                .isEqualTo(19);
        assertThat(database.number("select count(*) from musicmuse.audit_personal where for_security"))
                .as("where security events came from stays its year (A6)")
                .isEqualTo(40);
        assertThat(database.verify().finding()).isEmpty();
    }

    @Test
    @Tag("R39")
    void what_is_older_than_a_year_goes_and_the_chain_spans_the_gap() throws Exception {
        var now = Instant.now();
        var old = now.minus(Duration.ofDays(430));
        month(old, 30);
        month(now.minus(Duration.ofDays(395)), 30);
        var justOver = now.minus(Duration.ofDays(366)).minus(Duration.ofHours(1));
        month(justOver, 30);
        month(now.minus(Duration.ofDays(364)), 30);
        month(now.minus(Duration.ofDays(300)), 30);
        database.setClock(null);
        write(now, 30);
        database.seal();
        assertThat(database.verify().finding()).isEmpty();

        assertThat(database.expire()).isEqualTo(90);
        assertThat(database.expire()).as("a second time").isZero();

        assertThat(database.number("select count(*) from musicmuse.audit_entry"))
                .isEqualTo(90);
        assertThat(database.number("select count(*) from musicmuse.audit_personal"))
                .isEqualTo(180);
        assertThat(database.number("select count(*) from musicmuse.audit_segment where last_seq <= 60"))
                .as("headers stay")
                .isEqualTo(2);
        assertThat(database.number("select count(*) from musicmuse.audit_seal where seq <= 60"))
                .as("seals of months that are over a year old as a whole go")
                .isZero();
        var verified = database.verify();
        assertThat(verified.finding()).isEmpty();
        assertThat(verified.entries()).isEqualTo(90);

        write(now, 5);
        database.seal();
        assertThat(database.verify().finding()).isEmpty();
        try (var owner = database.owner()) {
            AuditDatabase.execute(
                    owner,
                    "delete from musicmuse.audit_entry where occurred_at < now() - interval '200 days' and outcome = 'DONE'");
        }
        assertThat(database.verify().finding())
                .hasValueSatisfying(finding -> assertThat(finding.damage()).isEqualTo(Damage.ENTRY_MISSING));
    }

    @Test
    @Tag("ASVS-16.4.2")
    void the_command_for_it_says_by_its_exit_code_what_it_found() throws Exception {
        write(Instant.now(), 10);
        database.seal();
        assertThat(command(database.keysFile())).isZero();
        try (var owner = database.owner()) {
            AuditDatabase.execute(owner, "delete from musicmuse.audit_seal where seq = 10");
        }
        assertThat(command(database.keysFile())).isEqualTo(1);
        assertThat(command(folder.resolve("no-such-file"))).isEqualTo(2);
    }

    @Test
    void sealing_and_verifying_are_measured() throws Exception {
        int events = Integer.getInteger("musicmuse.audit.events", 20_000);
        fill(events);
        long begin = System.nanoTime();
        database.seal();
        double sealing = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        var verified = database.verify();
        double verifying = (System.nanoTime() - begin) / 1e9;

        assertThat(verified.finding()).isEmpty();
        assertThat(verified.seals()).isEqualTo(events);
        Figures.keep("audit-sealed-per-second", events / sealing, "events/s", ">= 5000 (S10)");
        Figures.keep("audit-verified-per-second", events / verifying, "events/s", ">= 33334 (S10: 1 M in 30 s)");
    }

    /** Entries without personal values, made by the database itself: sealing does not read those. */
    private void fill(int events) throws SQLException {
        try (var owner = database.owner()) {
            AuditDatabase.execute(
                    owner,
                    "with e as (insert into musicmuse.audit_entry select gen_random_uuid(), now(), 'SIGNED_IN', 'DONE',"
                            + " null, 'account', repeat('0', 64), '{\"number\":\"' || n || '\"}', repeat('0', 140)"
                            + " from generate_series(1, " + events + ") n returning id)"
                            + " insert into musicmuse.audit_unsealed (entry_id) select id from e");
            AuditDatabase.execute(owner, "analyze");
        }
    }

    private int command(Path keys) throws IOException, InterruptedException {
        var access = database.ownerAccess();
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar(VerifyCommand.class) + File.pathSeparator + jar(org.postgresql.Driver.class),
                VerifyCommand.class.getName(),
                keys.toString(),
                database.anchorFile().toString());
        process.environment().put("MUSICMUSE_DB_URL", access.jdbcUrl());
        process.environment().put("MUSICMUSE_DB_USER", access.user());
        process.environment().put("MUSICMUSE_DB_PASSWORD", access.password());
        var out = folder.resolve("audit-verify.log");
        int code = process.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        System.out.println(Files.readString(out));
        return code;
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Events written and sealed then, by the chain's clock. */
    private void month(Instant then, int events) throws SQLException, IOException {
        database.setClock(then.truncatedTo(ChronoUnit.MICROS));
        write(then, events);
        database.seal();
    }

    private void write(Instant when, int events) throws SQLException {
        try (var application = database.application()) {
            for (int i = 0; i < events; i++) {
                database.write(application, when.plusMillis(i), PEOPLE.get(written % PEOPLE.size()), written);
                written++;
            }
            application.commit();
        }
    }

    private Void writeOneByOne(int first, int events) throws SQLException {
        try (var application = database.application()) {
            for (int i = first; i < first + events; i++) {
                database.write(application, Instant.now(), PEOPLE.get(i % PEOPLE.size()), i);
                application.commit();
            }
        }
        return null;
    }

    private Void sealUntil(AtomicBoolean over) throws SQLException {
        try (var application = database.application()) {
            while (!over.get()) {
                database.sealing().seal(application, 50);
                application.commit();
            }
        }
        return null;
    }
}
