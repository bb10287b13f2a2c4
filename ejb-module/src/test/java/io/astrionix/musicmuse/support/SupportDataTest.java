package io.astrionix.musicmuse.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedAttribute;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the data map says of messages and reports: what is exported, erased, and deleted when. */
class SupportDataTest {

    private final DataMap map = DataMapProducer.read();

    @Test
    @Tag("R4")
    @Tag("R40")
    void messages_are_communication_and_end_two_years_after_the_last_one() {
        var thread = mapped("SupportThread");
        assertThat(thread.personal().orElseThrow().retention()).containsExactly("contact-2y");
        assertThat(thread.personal().orElseThrow().erase()).isEqualTo(Erase.DELETE);
        var rule = map.rule("contact-2y");
        assertThat(rule.lasts()).isEqualTo(Lasts.AFTER);
        assertThat(rule.period()).contains("P2Y");
        assertThat(rule.clocks()).containsExactly("musicmuse.support_thread.last_message_at");
        assertThat(rule.waiting()).isEmpty();
        assertThat(personal(thread, "messages.body").category()).isEqualTo(Category.COMMUNICATION);
        assertThat(thread.attributes().stream().flatMap(attribute -> attribute.personal().stream()))
                .hasSizeGreaterThan(10)
                .allMatch(personal -> personal.basis() == LegalBasis.LEGITIMATE_INTEREST
                        && personal.retention().equals(List.of("contact-2y"))
                        && personal.erase() == Erase.DELETE);
    }

    @Test
    @Tag("R25")
    void reports_outlive_the_reporter_without_the_name_and_end_two_years_after_closing() {
        var report = mapped("AbuseReport");
        assertThat(report.personal().orElseThrow().retention()).containsExactly("abuse-2y");
        assertThat(map.rule("abuse-2y").period()).contains("P2Y");
        assertThat(map.rule("abuse-2y").clocks()).containsExactly("musicmuse.abuse_report.closed_at");
        assertThat(map.rule("abuse-2y").waiting()).isEmpty();
        Map<String, Erase> erased = report.attributes().stream()
                .filter(attribute -> attribute.personal().isPresent())
                .collect(Collectors.toMap(
                        MappedAttribute::path,
                        attribute -> attribute.personal().get().erase()));
        assertThat(erased).containsEntry("reporterId", Erase.PSEUDONYM);
        erased.remove("reporterId");
        assertThat(erased)
                .hasSizeGreaterThan(8)
                .allSatisfy((path, erase) -> assertThat(erase).as(path).isEqualTo(Erase.RETAIN));
    }

    @Test
    @Tag("R43")
    void an_export_shows_the_own_report_and_nobody_else() {
        var report = mapped("AbuseReport");
        assertThat(personal(report, "body").export()).isEqualTo(Export.ACCESS);
        assertThat(personal(report, "about").export()).isEqualTo(Export.EXISTENCE);
        assertThat(List.of("accusedId", "actions", "actions.actorId", "actions.reason", "reporterId"))
                .allSatisfy(path ->
                        assertThat(personal(report, path).export()).as(path).isEqualTo(Export.NONE));
    }

    private MappedRecord mapped(String name) {
        return map.records().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MappedAttribute.Personal personal(MappedRecord mapped, String path) {
        return mapped.attributes().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .flatMap(MappedAttribute::personal)
                .orElseThrow();
    }
}
