package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.LegalCard;
import io.astrionix.musicmuse.legal.boundary.LegalCard.Fact;
import io.astrionix.musicmuse.legal.boundary.ProcessingActivity;
import io.astrionix.musicmuse.legal.boundary.ProcessorView;
import io.astrionix.musicmuse.shared.Csv;
import io.astrionix.musicmuse.shared.Operator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The record of processing activities in the words of one language: for the page, as JSON and as CSV. */
@Dependent
public class ProcessingRecordFile {

    private static final List<String> COLUMNS =
            List.of("activity", "basis", "purposes", "categories", "recipients", "periods", "transfers", "objection");
    private static final List<String> PROCESSOR_COLUMNS =
            List.of("processor", "role", "country", "ground", "contract", "signed", "ended");

    private DataMap map;
    private Operator operator;

    public ProcessingRecordFile() {} // required by the proxy

    @Inject
    public ProcessingRecordFile(DataMap map, Operator operator) {
        this.map = map;
        this.operator = operator;
    }

    public List<LegalCard> cards(Locale language) {
        var words = new LegalWords(language);
        return rows(language).stream()
                .map(row -> new LegalCard(
                        row.get(0),
                        Stream.iterate(1, i -> i < COLUMNS.size(), i -> i + 1)
                                .filter(i -> !row.get(i).isEmpty())
                                .map(i -> new Fact(words.text("record." + COLUMNS.get(i)), row.get(i)))
                                .toList()))
                .toList();
    }

    public String json(List<ProcessorView> processors, Locale language) {
        return Json.createObjectBuilder()
                .add(
                        "controller",
                        Json.createObjectBuilder()
                                .add("name", operator.getName())
                                .add("contact", operator.getContact())
                                .add("country", operator.getCountry()))
                .add("activities", array(COLUMNS, rows(language)))
                .add("processors", array(PROCESSOR_COLUMNS, processorRows(processors, language)))
                .build()
                .toString();
    }

    public String csv(List<ProcessorView> processors, Locale language) {
        return Stream.of(
                        Stream.of(COLUMNS),
                        rows(language).stream(),
                        Stream.of(PROCESSOR_COLUMNS),
                        processorRows(processors, language).stream())
                .flatMap(lines -> lines)
                .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** In the order of {@link #COLUMNS}. */
    private List<List<String>> rows(Locale language) {
        var words = new Words(language);
        var transfers = new LegalWords(language).text("record.to") + " " + operator.getCountry();
        return ProcessingActivity.of(map).stream()
                .map(activity -> List.of(
                        words.activity(activity.activity()),
                        words.basis(activity.basis()),
                        words.purposes(activity.purposes()),
                        categories(activity.categories(), words),
                        words.recipients(activity.recipients()),
                        words.kept(map, activity.retention()),
                        transfers.strip(),
                        activity.basis() == LegalBasis.LEGITIMATE_INTEREST ? words.interest(activity.activity()) : ""))
                .toList();
    }

    private static List<List<String>> processorRows(List<ProcessorView> processors, Locale language) {
        var words = new Words(language);
        var texts = new LegalWords(language);
        return processors.stream()
                .map(processor -> List.of(
                        processor.name(),
                        words.recipient(processor.role()),
                        processor.country(),
                        texts.text("ground." + processor.ground()),
                        processor.contractReference(),
                        processor.signedOn().toString(),
                        Objects.toString(processor.endedOn(), "")))
                .toList();
    }

    private static String categories(Collection<Category> categories, Words words) {
        return categories.stream().map(words::category).collect(Collectors.joining("; "));
    }

    private static JsonArrayBuilder array(List<String> columns, List<List<String>> rows) {
        var array = Json.createArrayBuilder();
        rows.forEach(row -> array.add(object(columns, row)));
        return array;
    }

    private static JsonObjectBuilder object(List<String> columns, List<String> row) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < columns.size(); i++) {
            object.add(columns.get(i), row.get(i));
        }
        return object;
    }
}
