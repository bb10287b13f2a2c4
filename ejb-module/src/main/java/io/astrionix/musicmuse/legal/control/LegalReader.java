package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.legal.boundary.LegalBlock;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.legal.entity.Processor;
import io.astrionix.musicmuse.shared.Operator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a legal text and fills in what the operator, the data map and the registers say today. */
@Dependent
public class LegalReader {

    private LegalTexts texts;
    private ProcessorRepository processors;
    private DataMap map;
    private Operator operator;
    private Clock clock;

    public LegalReader() {} // required by the proxy

    @Inject
    public LegalReader(LegalTexts texts, ProcessorRepository processors, DataMap map, Operator operator, Clock clock) {
        this.texts = texts;
        this.processors = processors;
        this.map = map;
        this.operator = operator;
        this.clock = clock;
    }

    /** Empty where the application has no such text (any more). */
    public Optional<List<LegalBlock>> blocks(LegalDocument document, int number, Locale language) {
        return texts.find(document, number).map(text -> markdown(language).read(text.in(language)));
    }

    private MarkdownReader markdown(Locale language) {
        var places = new LegalPlaces(map, operator, LocalDate.now(clock), language);
        var tables = new LegalTables(map, currentProcessors(), language);
        return new MarkdownReader(places::value, tables::table);
    }

    private List<ProcessorView> currentProcessors() {
        return processors.all().stream()
                .map(Processor::view)
                .filter(ProcessorView::isCurrent)
                .toList();
    }
}
