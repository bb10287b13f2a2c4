package io.astrionix.musicmuse.privacy.control.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.DataMapProducer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file of an export, made of rows that somebody has filled with the worst there is. */
class ExportZipTest {

    private static final String HOSTILE = "=cmd|'/c calc'!A1 <script>alert(\"1\")</script> \u0000, \"q\"\r\n";
    private static final Instant NOW = Instant.parse("2026-11-27T22:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private final DataMap map = DataMapProducer.read();
    private Map<String, String> files;

    @BeforeEach
    void make_the_file() throws IOException {
        files = read(zip(List.of("music/scale.musicxml")));
    }

    @Test
    @Tag("R46")
    void there_are_two_folders_each_as_json_and_csv_and_a_page_in_both_languages() {
        assertThat(files.keySet())
                .contains(
                        "access/data.json",
                        "access/csv/Account.csv",
                        "access/csv/PracticeSession.csv",
                        "portable/data.json",
                        "portable/csv/PracticeSession.notes.csv",
                        "portable/music/scale.musicxml",
                        "schema/" + ExportZip.SCHEMA,
                        "index.html",
                        "index.de.html");
        assertThat(files.get("index.html")).contains("<html lang=\"en\">", "href=\"index.de.html\"");
        assertThat(files.get("index.de.html")).contains("<html lang=\"de\">", "href=\"index.html\"");
    }

    @Test
    @Tag("R46")
    void the_json_is_what_its_schema_says() {
        for (var folder : List.of("access", "portable")) {
            assertThat(errors(files.get(folder + "/data.json"))).isEmpty();
        }
    }

    @Test
    void the_schema_finds_what_is_wrong() {
        var json = files.get("portable/data.json");
        assertThat(errors(json.replaceFirst("\"version\":1", "\"version\":2"))).isNotEmpty();
        assertThat(errors(json.replaceFirst("\"kind\":\"Account\",", ""))).isNotEmpty();
        assertThat(errors(json.replaceFirst("\"rows\":\\[\\{", "\"rows\":[{\"x\":{},")))
                .isNotEmpty();
        assertThat(errors(json.replaceFirst("\"purposes\":\"[^\"]*\",", ""))).isNotEmpty();
    }

    @Test
    @Tag("R43")
    void every_field_says_why_it_is_there_who_gets_it_how_long_it_stays_and_where_it_comes_from() {
        var kinds = json("access/data.json").getJsonArray("kinds");
        assertThat(kinds).isNotEmpty();
        for (var kind : kinds.getValuesAs(JsonObject.class)) {
            for (var field : kind.getJsonArray("fields").getValuesAs(JsonObject.class)) {
                if (field.size() > 1) {
                    assertThat(field.keySet()).contains("what", "purposes", "basis", "source", "recipients", "kept");
                    assertThat(field.getString("source")).isNotBlank();
                }
            }
        }
        assertThat(files.get("index.html")).contains("our contract with you", "MusicMuse itself");
    }

    @Test
    @Tag("ASVS-1.2.10")
    void no_cell_of_a_csv_is_a_formula_and_no_text_ends_its_cell() {
        var csv = files.get("portable/csv/Account.csv");
        assertThat(csv).contains("\"'=cmd|'/c calc'!A1", "\"\"q\"\"").doesNotContain("\"=cmd", ",=cmd");
    }

    @Test
    @Tag("ASVS-1.2.1")
    void what_somebody_wrote_is_text_on_the_page() {
        for (var page : List.of("index.html", "index.de.html")) {
            assertThat(files.get(page)).contains("&lt;script&gt;").doesNotContain("<script");
        }
    }

    @Test
    @Tag("R75")
    void the_page_says_which_categories_there_are_of_all_time_and_of_the_last_year() {
        var page = files.get("index.html");
        assertThat(page).contains("<tr><td>Practice</td><td>yes</td><td>no</td></tr>");
        assertThat(page).contains("<tr><td>Account</td><td>yes</td><td>yes</td></tr>");
        assertThat(page).contains("<tr><td>Payments</td><td>no</td><td>no</td></tr>");
    }

    @Test
    void a_path_that_leads_out_of_the_folder_is_refused() {
        for (var path : List.of("../evil", "/evil", "a//b", "a/../b", "")) {
            assertThatThrownBy(() -> zip(List.of(path))).as(path).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private byte[] zip(List<String> paths) throws IOException {
        var tables = new ExportTables(map, Set.of("Account", "PracticeSession", "Profile"));
        ExportRows rows = (table, receiver) -> {
            var when = table.name().startsWith("PracticeSession") ? LONG_AGO : NOW;
            receiver.take(table.fields().stream()
                    .map(field ->
                            field.name().endsWith("At") ? when : field.name().equals("score") ? -3.5 : HOSTILE)
                    .toArray());
        };
        var out = new ByteArrayOutputStream();
        var head = new ExportHead(new AccountId(UUID.randomUUID()), NOW, Locale.ENGLISH);
        new ExportZip(map, tables.all(false), tables.all(true), rows)
                .write(
                        head,
                        taker -> {
                            for (var path : paths) {
                                taker.take(path, new byte[] {1});
                            }
                        },
                        out);
        return out.toByteArray();
    }

    private static Map<String, String> read(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private JsonObject json(String path) {
        try (var reader = Json.createReader(new StringReader(files.get(path)))) {
            return reader.readObject();
        }
    }

    private List<?> errors(String json) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(files.get("schema/" + ExportZip.SCHEMA));
        return schema.validate(json, InputFormat.JSON);
    }
}
