package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import io.astrionix.musicmuse.system.practice.Takes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The data map and the database know the same columns. */
@SystemTest
class DataMapST {

    /** Fewer mean that a schema was not seen. */
    private static final int COLUMNS_AT_LEAST = 150;

    private static final Map<String, Long> ROWS_OF_EIGHT_NOTES =
            Map.of("musicmuse.practice_session", 1L, "musicmuse.note_verdict", 8L, "musicmuse.note_event", 8L);

    private final RunningMusicMuse musicMuse;

    DataMapST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @Tag("R20")
    @Tag("R27")
    @Tag("ASVS-14.1.1")
    void every_column_of_every_schema_is_in_the_map_and_the_other_way_round() throws Exception {
        var columns = columns();
        var mapped = DataMapProducer.read()
                .columns()
                .filter(column -> !isOfAnotherServersRepository(column, columns))
                .toList();
        long covered = columns.stream().filter(mapped::contains).count();
        Figures.keep("data-map-coverage", 100.0 * covered / columns.size(), "% of columns", "= 100");
        Figures.keep("data-map-columns", columns.size(), "columns", ">= " + COLUMNS_AT_LEAST);
        assertThat(columns).hasSizeGreaterThanOrEqualTo(COLUMNS_AT_LEAST);
        assertThat(mapped).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(columns);
    }

    /** Each server has a batch repository of its own, some tables of which are made when a job runs. */
    private static boolean isOfAnotherServersRepository(String column, List<String> columns) {
        var table = column.substring(0, column.lastIndexOf('.') + 1);
        return table.startsWith("musicmuse_batch.") && columns.stream().noneMatch(there -> there.startsWith(table));
    }

    @Test
    @Tag("R14")
    @Tag("R8")
    void an_unsaved_take_writes_one_row_of_metrics_and_two_for_each_note() throws Exception {
        var take = Takes.render(TakeSettings.violinScale());
        assertThat(grownBy(page -> {
                    page.start(TakeSettings.VIOLIN_SCALE);
                    page.stream(take, PracticeClient.CATCHING_UP);
                    page.stop(take.length);
                }))
                .containsExactlyInAnyOrderEntriesOf(ROWS_OF_EIGHT_NOTES);
    }

    @Test
    @Tag("R17")
    void so_does_a_take_on_keys() throws Exception {
        assertThat(grownBy(page -> page.playOnKeys(TakeSettings.VIOLIN_SCALE, TakeSettings.violinScale())))
                .containsExactlyInAnyOrderEntriesOf(ROWS_OF_EIGHT_NOTES);
    }

    /** How many rows more each table has after a take. */
    private Map<String, Long> grownBy(Consumer<PracticeClient> take) throws SQLException {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var before = rowCounts();
        try (var page = PracticeClient.connect(learner)) {
            take.accept(page);
        }
        var grown = rowCounts();
        grown.replaceAll((table, count) -> count - before.get(table));
        grown.values().removeIf(count -> count == 0);
        // That a result was stored is an event; when it is sealed is the sealer's affair. That a take began is counted.
        // What the retention engine writes of its runs it writes when it is their time.
        grown.keySet()
                .removeIf(table -> table.startsWith("musicmuse.audit_")
                        || table.startsWith("musicmuse.retention_")
                        || table.equals("musicmuse.request_allowance"));
        return grown;
    }

    /** From the catalogue, which hides nothing from a user without rights; a partition repeats its table's columns. */
    private List<String> columns() throws SQLException {
        return texts("select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a"
                + " join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind in ('r', 'p', 'm', 'f') and not c.relispartition and a.attnum > 0"
                + " and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')");
    }

    /** Of every table of every schema, but for the batch repository's: jobs run when it is their time. */
    private Map<String, Long> rowCounts() throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (String table : texts("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_type = 'BASE TABLE' and table_schema not in"
                + " ('pg_catalog', 'information_schema', 'musicmuse_batch')")) {
            counts.put(
                    table,
                    Long.valueOf(texts("select count(*)::text from " + table).get(0)));
        }
        return counts;
    }

    private List<String> texts(String query) throws SQLException {
        return musicMuse.database().texts(query);
    }
}
