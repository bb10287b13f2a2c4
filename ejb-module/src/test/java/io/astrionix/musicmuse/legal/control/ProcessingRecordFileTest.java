package io.astrionix.musicmuse.legal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.legal.boundary.ProcessingActivity;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.legal.boundary.TransferGround;
import io.astrionix.musicmuse.privacy.boundary.StoredData;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.shared.Operator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProcessingRecordFileTest {

    private static final List<ProcessorView> PROCESSORS = List.of(new ProcessorView(
            UUID.randomUUID(),
            "=HYPERLINK(\"x\")",
            Recipient.MAIL_PROVIDER,
            "United States",
            TransferGround.STANDARD_CLAUSES,
            "SCC 2026-4",
            LocalDate.of(2026, 4, 1),
            null));

    private final ProcessingRecordFile file = new ProcessingRecordFile(DataMapProducer.read(), new Nobody());

    @Test
    @Tag("R27")
    @Tag("R29")
    @Tag("R34")
    @Tag("R65")
    void json_has_every_activity_with_basis_recipients_and_ground_and_every_processor() {
        var json = object(file.json(PROCESSORS, Locale.ENGLISH));

        var activities = json.getJsonArray("activities").getValuesAs(JsonObject.class);
        assertThat(activities)
                .hasSize(ProcessingActivity.of(DataMapProducer.read()).size());
        assertThat(activities).allSatisfy(activity -> {
            assertThat(activity.getString("basis")).isNotBlank();
            assertThat(activity.getString("recipients")).contains("the hosting provider");
            assertThat(activity.getString("objection").isEmpty())
                    .isEqualTo(!activity.getString("basis").equals("our legitimate interest"));
        });
        assertThat(activities)
                .anyMatch(activity -> activity.getString("recipients").contains("the mail provider"));
        var processor = json.getJsonArray("processors").getJsonObject(0);
        assertThat(processor.getString("ground")).isEqualTo("standard contractual clauses");
        assertThat(processor.getString("contract")).isEqualTo("SCC 2026-4");
    }

    @Test
    @Tag("R65")
    void csv_has_a_line_for_each_and_no_formula() {
        var lines = file.csv(PROCESSORS, Locale.GERMAN).split("\r\n");

        assertThat(lines).hasSize(ProcessingActivity.of(DataMapProducer.read()).size() + 3);
        assertThat(lines[lines.length - 1])
                .isEqualTo(
                        "\"'=HYPERLINK(\"\"x\"\")\",\"der Mail-Anbieter\",\"United States\",\"Standardvertragsklauseln\","
                                + "\"SCC 2026-4\",\"2026-04-01\",\"\"");
    }

    @Test
    @Tag("R26")
    void an_export_for_an_authority_holds_only_what_its_order_covers() {
        var all = object("{\"Account\":[{\"id\":\"1\",\"email\":\"a@b.c\",\"ageState\":\"ADULT\",\"unknown\":1}],"
                + "\"PracticeSession\":[{\"score\":7}]}");
        var export = new ScopedExport(new StoredData(), DataMapProducer.read());

        assertThat(export.cut(all, Set.of(Category.AGE))).hasToString("{\"Account\":[{\"ageState\":\"ADULT\"}]}");
        assertThat(export.cut(all, Set.of(Category.PRACTICE))).hasToString("{\"PracticeSession\":[{\"score\":7}]}");
        assertThat(export.cut(all, Set.of(Category.PAYMENT))).isEmpty();
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static final class Nobody extends Operator {
        @Override
        public String getName() {
            return "";
        }

        @Override
        public String getContact() {
            return "";
        }

        @Override
        public String getCountry() {
            return "";
        }
    }
}
