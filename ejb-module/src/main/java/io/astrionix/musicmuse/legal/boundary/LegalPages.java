package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.legal.control.LegalReader;
import io.astrionix.musicmuse.legal.control.LegalVersionRepository;
import io.astrionix.musicmuse.legal.control.VersionDiff;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The legal texts, for everybody (R81): published versions, and drafts only while nothing is published. */
@Stateless
@PermitAll
public class LegalPages {

    private LegalVersionRepository versions;
    private LegalReader reader;

    public LegalPages() {} // required by the EJB proxy

    @Inject
    public LegalPages(LegalVersionRepository versions, LegalReader reader) {
        this.versions = versions;
        this.reader = reader;
    }

    /**
     * A document, with the places and tables of today filled in.
     *
     * @param number empty: the newest published version, or a draft while there is none
     * @return empty: there is no such version, or it is not published
     */
    public Optional<LegalPage> page(
            @NotNull LegalDocument document, @NotNull Optional<Integer> number, @NotNull Locale language) {
        var all = versions.of(document);
        var published = all.stream().filter(LegalVersion::isPublished).toList();
        var readable = published.isEmpty() ? all : published;
        return readable.stream()
                .filter(version -> number.isEmpty() || version.number() == number.get())
                .findFirst()
                .flatMap(version -> reader.blocks(document, version.number(), language)
                        .map(blocks -> new LegalPage(
                                version.view(),
                                blocks,
                                published.stream().map(LegalVersion::view).toList())));
    }

    /**
     * What a version changed against another one (R79).
     *
     * @return empty: one of them is not there, or not published
     */
    public Optional<List<DiffLine>> changes(
            @NotNull LegalDocument document, int older, int newer, @NotNull Locale language) {
        return lines(document, older, language)
                .flatMap(before -> lines(document, newer, language).map(after -> VersionDiff.of(before, after)));
    }

    private Optional<List<String>> lines(LegalDocument document, int number, Locale language) {
        return versions.find(document, number)
                .filter(LegalVersion::isPublished)
                .flatMap(version -> reader.blocks(document, number, language))
                .map(blocks -> blocks.stream().flatMap(LegalBlock::plain).toList());
    }
}
