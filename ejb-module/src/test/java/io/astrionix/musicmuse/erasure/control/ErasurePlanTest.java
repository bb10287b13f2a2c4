package io.astrionix.musicmuse.erasure.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.MappedRecord.About;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan over the application's own data map, and over maps with one record more. */
class ErasurePlanTest {

    private static final String VISITS = "musicmuse.visit";

    private final DataMap map = DataMapProducer.read();
    private final List<PlannedStep> plan = ErasurePlan.of(map, Set.of());

    @Test
    @Tag("R45")
    @Tag("R36")
    void every_table_about_somebody_has_a_step_and_none_has_two() {
        var tables = map.records().stream()
                .filter(mapped -> mapped.personal().isPresent())
                .flatMap(mapped -> mapped.attributes().stream())
                .flatMap(attribute -> attribute.columns().stream())
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                // The audit log has a door of its own, which ends rows of all its tables.
                .filter(table -> !table.startsWith("musicmuse.audit_"))
                .distinct()
                .toList();

        assertThat(tables).hasSizeGreaterThan(18);
        assertThat(plan).extracting(PlannedStep::table).containsAll(tables).contains(ErasurePlan.AUDIT);
        assertThat(plan).extracting(PlannedStep::name).doesNotHaveDuplicates();
    }

    @Test
    void children_go_before_parents_and_the_account_goes_last() {
        assertThat(position("musicmuse.note_verdict")).isLessThan(position("musicmuse.practice_session"));
        assertThat(position("musicmuse.note_event")).isLessThan(position("musicmuse.practice_session"));
        assertThat(position("musicmuse.account_interest")).isLessThan(position("musicmuse.account_profile"));
        assertThat(position("musicmuse.account_role")).isLessThan(position(ErasurePlan.ACCOUNT));
        assertThat(position(ErasurePlan.AUDIT)).isLessThan(position(ErasurePlan.ACCOUNT));
        assertThat(position(ErasurePlan.ACCOUNT)).isEqualTo(plan.size() - 1);
    }

    @Test
    @Tag("R55")
    void sign_ins_end_first_and_then_whatever_one_signs_in_with() {
        assertThat(plan.get(0).table()).isEqualTo("musicmuse.sign_in");
        assertThat(position("musicmuse.passkey")).isLessThan(position("musicmuse.practice_session"));
        assertThat(position("musicmuse.one_time_token")).isLessThan(position("musicmuse.account_profile"));
    }

    @Test
    @Tag("R37")
    void practice_goes_and_proofs_of_consent_stay_as_somebody_elses() {
        assertThat(verbs("musicmuse.practice_session")).containsExactly(Erase.DELETE);
        assertThat(verbs("musicmuse.note_verdict")).containsExactly(Erase.DELETE);
        assertThat(verbs("musicmuse.note_event")).containsExactly(Erase.DELETE);
        assertThat(plan)
                .filteredOn(step -> step.table().equals("musicmuse.consent_proof"))
                .extracting(PlannedStep::verb, PlannedStep::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Erase.PSEUDONYM, "giver_id"),
                        org.assertj.core.groups.Tuple.tuple(Erase.PSEUDONYM, "subject_id"));
        var proof = plan.stream()
                .filter(step -> step.column().equals("subject_id"))
                .findFirst()
                .orElseThrow();
        assertThat(proof.kept()).containsExactly("consent-proof-24m");
    }

    @Test
    void a_row_about_two_people_goes_with_each_of_them() {
        assertThat(plan)
                .filteredOn(step -> step.table().equals("musicmuse.guardianship"))
                .extracting(PlannedStep::column)
                .containsExactly("minor_id", "guardian_id");
    }

    @Test
    void the_statement_itself_passes_over_what_is_held() {
        var sql = new ErasureSql(map, Set.of());
        assertThat(plan.stream().filter(step -> step.verb() == Erase.DELETE).map(sql::delete))
                .allSatisfy(statement ->
                        assertThat(statement).contains("retention_hold", "'RECORD'", "'CATEGORY'", "'PERSON'"))
                .hasSizeGreaterThan(15);
    }

    @Test
    void a_row_stays_while_rows_need_it() {
        var references = Set.of(new TableReference("musicmuse.practice_session", "account_id", ErasurePlan.ACCOUNT));
        var account = plan.get(plan.size() - 1);
        assertThat(new ErasureSql(map, references).delete(account))
                .endsWith("and not exists (select from musicmuse.practice_session c where c.account_id = r.id)");
    }

    @Test
    void tables_that_need_each_other_in_a_circle_are_an_error() {
        var circle = Set.of(
                new TableReference("musicmuse.passkey", "x", "musicmuse.audio_device"),
                new TableReference("musicmuse.audio_device", "y", "musicmuse.passkey"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErasurePlan.of(map, circle))
                .withMessageContaining("circle")
                .withMessageContaining("musicmuse.passkey");
    }

    @Test
    void values_of_rows_that_stay_go_or_become_a_fixed_text() {
        var visits = plus(Erase.RETAIN, attribute("bio", Erase.NULL), attribute("label", Erase.REPLACE));
        var step = ErasurePlan.of(visits, Set.of()).stream()
                .filter(planned -> planned.table().equals(VISITS))
                .findFirst()
                .orElseThrow();
        assertThat(new ErasureSql(visits, Set.of()).change(step))
                .startsWith("update musicmuse.visit r set bio = null, label = 'erased' where r.account_id = ? and ");
    }

    @Test
    void a_clock_starts_with_the_erasure_only_where_it_waited_for_the_accounts_end() {
        var sql = new ErasureSql(map, Set.of());
        assertThat(sql.change(step("musicmuse.consent_proof", "subject_id")))
                .contains("ended_at = coalesce(ended_at, now())");
        var own = plus(Erase.RETAIN, attribute("bio", Erase.NULL));
        var step = ErasurePlan.of(own, Set.of()).stream()
                .filter(planned -> planned.table().equals(VISITS))
                .findFirst()
                .orElseThrow();
        assertThat(new ErasureSql(own, Set.of()).change(step)).doesNotContain("now()");
    }

    @Test
    void a_row_that_leads_to_somebody_through_another_row_goes_with_that_one() {
        var toTake = new TableReference(VISITS, "account_id", "musicmuse.practice_session");
        var step = ErasurePlan.of(plus(Erase.DELETE), Set.of(toTake)).stream()
                .filter(planned -> planned.table().equals(VISITS))
                .findFirst()
                .orElseThrow();
        assertThat(new ErasureSql(map, Set.of()).delete(step))
                .startsWith("delete from musicmuse.visit p using musicmuse.practice_session r"
                        + " where p.account_id = r.id and r.account_id = ? and ");
    }

    @Test
    void what_nothing_carries_out_yet_may_not_be_promised() {
        for (var verb : List.of(Erase.FILE_DELETE, Erase.AGGREGATE, Erase.PROCESSOR)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ErasurePlan.of(plus(Erase.DELETE, attribute("file", verb)), Set.of()))
                    .withMessageContaining(verb.name());
        }
    }

    @Test
    void another_map_has_another_hash() {
        assertThat(ErasurePlan.hash(map)).hasSize(64).isEqualTo(ErasurePlan.hash(DataMapProducer.read()));
        assertThat(ErasurePlan.hash(plus(Erase.DELETE))).isNotEqualTo(ErasurePlan.hash(map));
    }

    private DataMap plus(Erase erase, MappedAttribute... attributes) {
        var all = Stream.concat(Stream.of(attribute("account_id", Erase.RETAIN)), Stream.of(attributes))
                .toList();
        var about = new About("account_id", "visits", List.of("account-active"), erase);
        var records = new ArrayList<>(map.records());
        records.add(new MappedRecord(VISITS, false, Optional.of(about), all));
        return new DataMap(map.rules(), records, map.stores());
    }

    private static MappedAttribute attribute(String column, Erase erase) {
        var personal = new Personal(
                Category.PROFILE,
                Set.of(Purpose.SERVICE),
                LegalBasis.CONTRACT,
                Source.SELF,
                Set.of(),
                Export.ACCESS,
                erase,
                Restriction.AS_NORMAL,
                List.of("account-active"),
                "");
        return new MappedAttribute(column, List.of(VISITS + "." + column), Optional.of(personal), Optional.empty());
    }

    private PlannedStep step(String table, String column) {
        return plan.stream()
                .filter(planned ->
                        planned.table().equals(table) && planned.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private List<Erase> verbs(String table) {
        return plan.stream()
                .filter(step -> step.table().equals(table))
                .map(PlannedStep::verb)
                .toList();
    }

    private int position(String table) {
        return plan.stream().map(PlannedStep::table).toList().indexOf(table);
    }
}
