package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import io.astrionix.musicmuse.system.practice.Takes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/data-map.md and the database say the same. */
@SystemTest
class DataMapST {

    private static final int CELLS = 6;

    private final RunningMusicMuse musicMuse;

    DataMapST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @Tag("R20")
    @Tag("R27")
    void every_column_has_its_row_with_purpose_and_basis() throws Exception {
        var rows = DocTable.rows("data-map.md");
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(CELLS).noneMatch(String::isBlank));
        assertThat(rows.stream().map(row -> row.get(0)).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(columns());
    }

    @Test
    @Tag("R14")
    @Tag("R8")
    void an_unsaved_take_writes_one_row_of_metrics_and_one_for_each_note() throws Exception {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var take = Takes.render(TakeSettings.violinScale());
        var before = rowCounts();
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(take, PracticeClient.CATCHING_UP);
            page.stop(take.length);
        }
        var grown = rowCounts();
        grown.replaceAll((table, count) -> count - before.get(table));
        grown.values().removeIf(count -> count == 0);
        assertThat(grown)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("musicmuse.practice_session", 1L, "musicmuse.note_verdict", 8L));
    }

    private List<String> columns() throws SQLException {
        return texts("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'musicmuse'");
    }

    /** Of every table of every schema, the batch repository's included. */
    private Map<String, Long> rowCounts() throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (String table : texts("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")) {
            counts.put(
                    table,
                    Long.valueOf(texts("select count(*)::text from " + table).get(0)));
        }
        return counts;
    }

    private List<String> texts(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
