package io.astrionix.musicmuse.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.audit.entity.AuditEntry;
import io.astrionix.musicmuse.audit.entity.AuditPersonal;
import io.astrionix.musicmuse.audit.entity.AuditSubject;
import io.astrionix.musicmuse.datamap.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody holds (A10) stays in the audit log over its year, and can still be proved. */
@Tag("system")
@Tag("R39")
@Tag("R42")
class AuditHoldsST {

    private static final int EVENTS = 10;
    private static final UUID HELD = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @TempDir
    static Path folder;

    private static AuditDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new AuditDatabase(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** Two months that are over a year old as a whole, the first of them with events of the person who is held. */
    @BeforeEach
    void oldMonths() throws Exception {
        database.empty();
        execute("delete from musicmuse.retention_hold");
        month(430, HELD, OTHER);
        month(395, OTHER);
        database.setClock(null);
        write(Instant.now(), OTHER);
        database.seal();
    }

    @Test
    void the_entries_of_a_held_person_stay_until_the_release() throws Exception {
        hold("PERSON", "account_id", HELD.toString());

        assertThat(database.expire()).isEqualTo(2 * EVENTS);
        assertThat(database.number("select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s"
                        + " on s.pseudonym = e.actor where s.account_id = '" + HELD + "'"))
                .isEqualTo(EVENTS);
        assertThat(database.number("select count(*) from musicmuse.audit_personal"))
                .as("with their personal values")
                .isEqualTo(2 * 2 * EVENTS);
        assertThat(database.number("select count(*) from musicmuse.audit_seal"))
                .as("with the seals of their month, and those of the one that goes on")
                .isEqualTo(3 * EVENTS);
        assertThat(database.verify().finding()).isEmpty();

        release();
        assertThat(database.expire()).isEqualTo(EVENTS);
        assertThat(database.number("select count(*) from musicmuse.audit_seal")).isEqualTo(EVENTS);
        assertThat(database.verify().finding()).isEmpty();
    }

    @Test
    void a_held_entry_stays_until_the_release() throws Exception {
        var entry = database.text(
                "select id::text from musicmuse.audit_entry where occurred_at < now() - interval '400 days' limit 1");
        execute("insert into musicmuse.retention_hold (id, version, kind, scope, table_name, record_id, reason,"
                + " owner_id, review_on, placed_by, placed_at) values (gen_random_uuid(), 1, 'LEGAL', 'RECORD',"
                + " 'audit_entry', '" + entry
                + "', 'claim', gen_random_uuid(), current_date, gen_random_uuid(), now())");

        assertThat(database.expire()).isEqualTo(3 * EVENTS - 1);
        assertThat(database.number("select count(*) from musicmuse.audit_entry where id = '" + entry + "'"))
                .isEqualTo(1);
        assertThat(database.verify().finding()).isEmpty();

        release();
        assertThat(database.expire()).isEqualTo(1);
    }

    @Test
    void a_hold_on_any_category_that_the_log_has_data_of_keeps_all() throws Exception {
        for (var category : categories()) {
            hold("CATEGORY", "category", category);
            assertThat(database.expire()).as(category).isZero();
            release();
        }
        hold("CATEGORY", "category", "PRACTICE");
        assertThat(database.expire()).isEqualTo(3 * EVENTS);
    }

    /** By the data map. */
    private static List<String> categories() {
        return Stream.of(AuditEntry.class, AuditPersonal.class, AuditSubject.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .map(field -> field.getAnnotation(PersonalData.class))
                .filter(Objects::nonNull)
                .map(personal -> personal.category().name())
                .distinct()
                .collect(Collectors.toList());
    }

    private static void month(int daysAgo, UUID... people) throws SQLException, IOException {
        var then = Instant.now().minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.MICROS);
        database.setClock(then);
        write(then, people);
        database.seal();
    }

    private static void write(Instant then, UUID... people) throws SQLException {
        try (var application = database.application()) {
            for (var person : people) {
                for (int i = 0; i < EVENTS; i++) {
                    database.write(application, then.plusMillis(i), person, i);
                }
            }
            application.commit();
        }
    }

    private static void hold(String scope, String column, String value) throws SQLException {
        execute("insert into musicmuse.retention_hold (id, version, kind, scope, " + column + ", reason, owner_id,"
                + " review_on, placed_by, placed_at) values (gen_random_uuid(), 1, 'LEGAL', '" + scope + "', '" + value
                + "', 'claim', gen_random_uuid(), current_date, gen_random_uuid(), now())");
    }

    private static void release() throws SQLException {
        execute("update musicmuse.retention_hold set released_by = gen_random_uuid(), released_at = now()");
    }

    private static void execute(String command) throws SQLException {
        try (var owner = database.owner()) {
            AuditDatabase.execute(owner, command);
        }
    }
}
