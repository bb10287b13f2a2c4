package io.astrionix.musicmuse.datamap.processor;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.datamap.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only the whole map shows. */
@Tag("R27")
@Tag("ASVS-14.1.2")
class MapCheckTest {

    private static final String CLOCK = "musicmuse.mail.queued_at";

    private final MappedAttribute queuedAt = attribute("queuedAt", CLOCK, LegalBasis.CONTRACT, "month");
    private final RetentionRule month = rule("month", Lasts.AFTER, Optional.of("P30D"), List.of(CLOCK));

    @Test
    void a_whole_map_passes() {
        assertThat(problems(List.of(month), List.of(), queuedAt)).isEmpty();
    }

    @Test
    void a_rule_that_is_not_there() {
        assertThat(problems(List.of(), List.of(), queuedAt))
                .containsExactly("Mail names the rule month, which retention.yml does not have");
    }

    @Test
    void a_rule_that_does_not_end_it() {
        var forEver = rule("month", Lasts.INSTALLATION, Optional.empty(), List.of());
        assertThat(problems(List.of(forEver), List.of(), queuedAt))
                .containsExactly("Mail is personal: month does not end it");
        assertThat(problems(List.of(forEver), List.of(store("month"))))
                .contains("stores.yml: log is personal and cannot stay as long as the installation");
    }

    @Test
    void a_clock_that_is_missing_or_ticks_nowhere() {
        assertThat(problems(List.of(rule("month", Lasts.AFTER, Optional.of("P30D"), List.of())), List.of(), queuedAt))
                .containsExactly("retention.yml: month is used by Mail: add the column its clock runs by");
        assertThat(problems(
                        List.of(rule("month", Lasts.AFTER, Optional.of("P30D"), List.of(CLOCK, "musicmuse.mail.x"))),
                        List.of(),
                        queuedAt))
                .containsExactly("retention.yml: month runs by musicmuse.mail.x,"
                        + " which no entity and no table of tables.yml has");
    }

    @Test
    void a_rule_that_nothing_uses_or_that_waits_in_vain() {
        var other = rule("other", Lasts.ACCOUNT, Optional.empty(), List.of());
        assertThat(problems(List.of(month, other), List.of(), queuedAt))
                .containsExactly("retention.yml: other is used by nothing: say what it is waiting for");
        var waiting = new RetentionRule(
                "month",
                Lasts.AFTER,
                Optional.of("P30D"),
                List.of(CLOCK),
                "mail",
                "5",
                Optional.of("mails"),
                Optional.empty(),
                Optional.empty(),
                true);
        assertThat(problems(List.of(waiting), List.of(), queuedAt))
                .containsExactly("retention.yml: month is in use and waits for nothing");
    }

    @Test
    void one_activity_keeps_a_category_on_one_legal_basis() {
        assertThat(problems(
                        List.of(month),
                        List.of(),
                        queuedAt,
                        attribute("sentAt", "musicmuse.mail.sent_at", LegalBasis.CONSENT, "month")))
                .containsExactly("Mail.sentAt: mail, COMMUNICATION has two legal bases, CONTRACT and CONSENT:"
                        + " give one of them an activity of its own (R27)");
    }

    @Test
    void a_column_is_mapped_once() {
        assertThat(problems(List.of(month), List.of(), queuedAt, queuedAt))
                .containsExactly(CLOCK + " is mapped twice: an entity has it, so tables.yml need not");
    }

    private static List<String> problems(List<RetentionRule> rules, List<Store> stores, MappedAttribute... attributes) {
        var about = new About("queuedAt", "mail", List.of("month"), Erase.DELETE);
        var mail = new MappedRecord("Mail", true, Optional.of(about), Arrays.asList(attributes));
        return MapCheck.check(new DataMap(rules, attributes.length == 0 ? List.of() : List.of(mail), stores)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Store store(String rule) {
        return new Store("log", "WildFly", List.of(), "errors", true, List.of(rule));
    }

    private static RetentionRule rule(String id, Lasts lasts, Optional<String> period, List<String> clocks) {
        return new RetentionRule(
                id, lasts, period, clocks, "mail", "5", Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    private static MappedAttribute attribute(String path, String column, LegalBasis basis, String rule) {
        var personal = new Personal(
                Category.COMMUNICATION,
                Set.of(Purpose.CONTACT),
                basis,
                Source.AUTOMATIC,
                Set.of(Recipient.HOSTING_PROVIDER),
                Export.ACCESS,
                Erase.DELETE,
                Restriction.AS_NORMAL,
                List.of(rule),
                "when");
        return new MappedAttribute(path, List.of(column), Optional.of(personal), Optional.empty());
    }
}
