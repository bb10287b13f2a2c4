package io.astrionix.musicmuse.privacy.control.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExportTablesTest {

    private static final Set<String> KINDS =
            Set.of("Account", "PracticeSession", "Profile", "AuthenticatorApp", "Passkey");

    private final DataMap map = DataMapProducer.read();
    private final List<ExportTable> access = new ExportTables(map, KINDS).all(false);
    private final List<ExportTable> portable = new ExportTables(map, KINDS).all(true);

    @Test
    @Tag("R43")
    void everything_the_map_exports_is_there_and_nothing_else() {
        assertThat(words(access)).isEqualTo(expected(Set.of(Export.ACCESS, Export.PORTABLE, Export.EXISTENCE)));
        assertThat(words(portable)).isEqualTo(expected(Set.of(Export.PORTABLE)));
        assertThat(words(portable)).hasSizeGreaterThan(15);
    }

    @Test
    @Tag("R67")
    void of_secrets_there_is_no_more_than_that_they_exist() {
        var password = access.stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.word().equals("Account.passwordHash"))
                .toList();
        assertThat(password).singleElement().satisfies(field -> assertThat(field.expression())
                .isEqualTo("m.password_hash is not null"));
        assertThat(sql(access)).doesNotContain("sealed_seed,", "credential_data,");
        assertThat(sql(portable)).doesNotContain("password_hash", "sealed_seed", "credential_data");
    }

    @Test
    @Tag("R46")
    void what_is_in_a_row_is_a_table_of_its_own_that_leads_back_to_it() {
        var notes = portable.stream()
                .filter(table -> table.name().equals("PracticeSession.notes"))
                .findFirst()
                .orElseThrow();
        assertThat(notes.sql())
                .startsWith("select m.id, ")
                .endsWith(" from musicmuse.note_verdict t join musicmuse.practice_session m on t.session_id = m.id"
                        + " where m.account_id = ?");
        assertThat(portable)
                .filteredOn(table -> table.name().equals("PracticeSession.heard"))
                .singleElement()
                .satisfies(heard -> assertThat(heard.sql()).contains(" from musicmuse.note_event t join "));
        var takes = portable.stream()
                .filter(table -> table.name().equals("PracticeSession"))
                .findFirst()
                .orElseThrow();
        assertThat(takes.fields().get(0).name())
                .isEqualTo(notes.fields().get(0).name())
                .isEqualTo("row");
    }

    @Test
    void no_file_has_two_columns_of_one_name() {
        assertThat(access)
                .allSatisfy(table -> assertThat(table.fields().stream().map(ExportField::name))
                        .doesNotHaveDuplicates());
    }

    private static Set<String> words(List<ExportTable> tables) {
        return tables.stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.personal().isPresent())
                .map(ExportField::word)
                .collect(Collectors.toSet());
    }

    private Set<String> expected(Set<Export> exports) {
        return map.records().stream()
                .filter(mapped -> KINDS.contains(mapped.name()))
                .flatMap(mapped -> mapped.attributes().stream()
                        .filter(attribute -> attribute
                                .personal()
                                .filter(personal -> exports.contains(personal.export()))
                                .isPresent())
                        .filter(attribute -> attribute.columns().size() != 1 || !isJoinOnly(attribute.columns()))
                        .map(attribute -> mapped.key() + "." + attribute.path()))
                .collect(Collectors.toSet());
    }

    /** A column that only leads to the row it belongs to. */
    private static boolean isJoinOnly(List<String> columns) {
        return Stream.of("session_id").anyMatch(columns.get(0)::endsWith);
    }

    private static String sql(List<ExportTable> tables) {
        return tables.stream().map(ExportTable::sql).collect(Collectors.joining("\n"));
    }
}
