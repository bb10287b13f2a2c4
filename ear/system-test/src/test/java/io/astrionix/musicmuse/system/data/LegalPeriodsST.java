package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.KeptData;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The legal pages show the periods of retention.yml and of the cookies, and no other. */
@SystemTest
@Tag("R27")
@Tag("R20")
@Tag("R34")
class LegalPeriodsST {

    private static final Pattern PERIOD = Pattern.compile("\\b\\d+\\s+"
            + "(?:minutes?|hours?|days?|weeks?|months?|years?|Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?)\\b");

    private final Visitor stranger;
    private final DataMap map = DataMapProducer.read();

    LegalPeriodsST(RunningMusicMuse musicMuse) {
        this.stranger = Visitor.stranger(musicMuse);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_period_on_a_legal_page_is_one_of_the_rules(String language) throws IOException {
        var ofRules = periodsOfRules(language);
        for (String page : legalPages()) {
            assertThat(ofRules)
                    .as(page)
                    .containsAll(periods(stranger.getIn(language, page).body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void the_page_of_the_map_shows_all_categories_and_how_long(String language) {
        var words = new Words(Locale.forLanguageTag(language));
        var page = stranger.getIn(language, "legal/data.xhtml").body();
        var kept = KeptData.of(map);
        assertThat(kept).hasSizeGreaterThan(8).allSatisfy(row -> assertThat(page)
                .contains(words.category(row.category()), words.kept(map, row.retention()), words.erase(row.erase())));
        assertThat(map.personalStores()).hasSizeGreaterThan(3).allSatisfy(store -> assertThat(page)
                .contains(words.store(store)));
        assertThat(periods(page)).hasSizeGreaterThan(3);
    }

    private Set<String> periodsOfRules(String language) {
        var words = new Words(Locale.forLanguageTag(language));
        var ofRules =
                map.rules().stream().filter(rule -> rule.period().isPresent()).map(words::period);
        var ofCookies = Arrays.stream(KnownCookie.values())
                .flatMap(cookie -> cookie.period().stream())
                .map(words::period);
        return Stream.concat(ofRules, ofCookies).collect(Collectors.toSet());
    }

    private static Set<String> periods(String page) {
        return PERIOD.matcher(page.replaceAll("<[^>]*>", " "))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> legalPages() throws IOException {
        try (var ear = new ZipFile(TestPaths.ear().toFile());
                var war = new ZipInputStream(ear.getInputStream(ear.getEntry("web-module.war")))) {
            var pages = Stream.<String>builder();
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().startsWith("legal/") && entry.getName().endsWith(".xhtml")) {
                    pages.add(entry.getName());
                }
            }
            var found = pages.build().collect(Collectors.toSet());
            assertThat(found)
                    .contains("legal/data.xhtml", "legal/privacy.xhtml", "legal/cookies.xhtml", "legal/terms.xhtml");
            return found;
        }
    }
}
