package io.astrionix.musicmuse.legal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessingActivityTest {

    private final DataMap map = DataMapProducer.read();

    @Test
    @Tag("R27")
    void every_activity_of_the_map_is_in_the_record_and_names_one_basis() {
        var activities = ProcessingActivity.of(map);
        var ofMap = map.records().stream()
                .flatMap(mapped -> mapped.personal().stream())
                .map(MappedRecord.About::activity)
                .collect(Collectors.toSet());

        assertThat(activities.stream().map(ProcessingActivity::activity)).containsAll(ofMap);
        assertThat(activities).hasSizeGreaterThan(8).doesNotHaveDuplicates().allSatisfy(activity -> {
            assertThat(activity.basis()).isNotNull();
            assertThat(activity.purposes()).isNotEmpty();
            assertThat(activity.categories()).isNotEmpty();
            assertThat(activity.recipients()).isNotEmpty();
            assertThat(activity.retention()).isNotEmpty();
        });
    }

    /** What is personal in the map is in exactly one entry of the record. */
    @Test
    @Tag("R27")
    void nothing_personal_is_left_out() {
        var activities = ProcessingActivity.of(map);
        map.records().forEach(mapped -> mapped.personal().ifPresent(about -> mapped.attributes()
                .forEach(attribute -> attribute.personal().ifPresent(personal -> assertThat(activities)
                        .filteredOn(
                                entry -> entry.activity().equals(about.activity()) && entry.basis() == personal.basis())
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.categories()).contains(personal.category());
                            assertThat(entry.purposes()).containsAll(personal.purposes());
                            assertThat(entry.retention()).containsAll(personal.retention());
                        })))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @Tag("R29")
    void every_activity_of_legitimate_interest_says_how_one_objects_or_why_not(String language) {
        var words = new Words(Locale.forLanguageTag(language));
        var interests = ProcessingActivity.of(map).stream()
                .filter(activity -> activity.basis() == LegalBasis.LEGITIMATE_INTEREST)
                .toList();
        assertThat(interests).isNotEmpty().allSatisfy(activity -> assertThat(words.interest(activity.activity()))
                .hasSizeGreaterThan(60));
    }
}
