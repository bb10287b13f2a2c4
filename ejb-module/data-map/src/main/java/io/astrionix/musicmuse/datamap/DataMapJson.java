package io.astrionix.musicmuse.datamap;

import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import io.astrionix.musicmuse.datamap.MappedRecord.About;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file datamap.json. The same map gives the same bytes. */
public final class DataMapJson {

    /** The file's name; it lies at the root of the jar with the entities. */
    public static final String FILE = "datamap.json";

    private DataMapJson() {}

    public static void write(DataMap map, Writer out) {
        var json = Json.createObjectBuilder()
                .add("rules", array(map.rules(), DataMapJson::json))
                .add("records", array(map.records(), DataMapJson::json))
                .add("stores", array(map.stores(), DataMapJson::json))
                .build();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out)) {
            writer.writeObject(json);
        }
    }

    public static DataMap read(InputStream in) {
        try (var reader = Json.createReader(in)) {
            var json = reader.readObject();
            return new DataMap(
                    objects(json, "rules", DataMapJson::rule),
                    objects(json, "records", DataMapJson::mappedRecord),
                    objects(json, "stores", DataMapJson::store));
        }
    }

    private static JsonObjectBuilder json(RetentionRule rule) {
        var json = Json.createObjectBuilder()
                .add("id", rule.id())
                .add("lasts", rule.lasts().name());
        rule.period().ifPresent(period -> json.add("period", period));
        json.add("clocks", texts(rule.clocks())).add("ground", rule.ground()).add("section", rule.section());
        rule.waiting().ifPresent(waiting -> json.add("waiting", waiting));
        rule.only().ifPresent(only -> json.add("only", only));
        rule.through().ifPresent(through -> json.add("through", through.name()));
        json.add("brakes", rule.brakes());
        return json;
    }

    private static RetentionRule rule(JsonObject json) {
        return new RetentionRule(
                json.getString("id"),
                RetentionRule.Lasts.valueOf(json.getString("lasts")),
                optional(json, "period"),
                texts(json, "clocks"),
                json.getString("ground"),
                json.getString("section"),
                optional(json, "waiting"),
                optional(json, "only"),
                optional(json, "through").map(RetentionRule.Through::valueOf),
                json.getBoolean("brakes"));
    }

    private static JsonObjectBuilder json(MappedRecord mapped) {
        var json = Json.createObjectBuilder().add("name", mapped.name()).add("entity", mapped.entity());
        mapped.personal().ifPresent(about -> json.add("subject", about.subject())
                .add("activity", about.activity())
                .add("retention", texts(about.retention()))
                .add("erase", about.erase().name())
                .add("others", texts(about.others())));
        return json.add("attributes", array(mapped.attributes(), DataMapJson::json));
    }

    private static MappedRecord mappedRecord(JsonObject json) {
        var about = optional(json, "subject")
                .map(subject -> new About(
                        subject,
                        json.getString("activity"),
                        texts(json, "retention"),
                        Erase.valueOf(json.getString("erase")),
                        texts(json, "others")));
        return new MappedRecord(
                json.getString("name"),
                json.getBoolean("entity"),
                about,
                objects(json, "attributes", DataMapJson::attribute));
    }

    private static JsonObjectBuilder json(MappedAttribute attribute) {
        var json = Json.createObjectBuilder().add("path", attribute.path()).add("columns", texts(attribute.columns()));
        attribute.reason().ifPresent(reason -> json.add("notPersonal", reason));
        attribute.personal().ifPresent(personal -> json.add(
                        "category", personal.category().name())
                .add("purposes", names(personal.purposes()))
                .add("basis", personal.basis().name())
                .add("source", personal.source().name())
                .add("recipients", names(personal.recipients()))
                .add("export", personal.export().name())
                .add("erase", personal.erase().name())
                .add("restriction", personal.restriction().name())
                .add("retention", texts(personal.retention()))
                .add("why", personal.why()));
        return json;
    }

    private static MappedAttribute attribute(JsonObject json) {
        var personal = optional(json, "category")
                .map(category -> new Personal(
                        Category.valueOf(category),
                        constants(json, "purposes", Purpose::valueOf),
                        LegalBasis.valueOf(json.getString("basis")),
                        Source.valueOf(json.getString("source")),
                        constants(json, "recipients", Recipient::valueOf),
                        Export.valueOf(json.getString("export")),
                        Erase.valueOf(json.getString("erase")),
                        Restriction.valueOf(json.getString("restriction")),
                        texts(json, "retention"),
                        json.getString("why")));
        return new MappedAttribute(
                json.getString("path"), texts(json, "columns"), personal, optional(json, "notPersonal"));
    }

    private static JsonObjectBuilder json(Store store) {
        return Json.createObjectBuilder()
                .add("id", store.id())
                .add("owner", store.owner())
                .add("files", texts(store.files()))
                .add("holds", store.holds())
                .add("personal", store.personal())
                .add("retention", texts(store.retention()));
    }

    private static Store store(JsonObject json) {
        return new Store(
                json.getString("id"),
                json.getString("owner"),
                texts(json, "files"),
                json.getString("holds"),
                json.getBoolean("personal"),
                texts(json, "retention"));
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> toJson) {
        var array = Json.createArrayBuilder();
        values.forEach(value -> array.add(toJson.apply(value)));
        return array;
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    private static JsonArrayBuilder names(Set<? extends Enum<?>> constants) {
        return texts(constants.stream().map(Enum::name).toList());
    }

    private static <T> List<T> objects(JsonObject json, String key, Function<JsonObject, T> toValue) {
        return json.getJsonArray(key).stream()
                .map(JsonValue::asJsonObject)
                .map(toValue)
                .toList();
    }

    private static List<String> texts(JsonObject json, String key) {
        JsonArray array = json.getJsonArray(key);
        return array.getValuesAs(JsonString::getString);
    }

    private static <T> Set<T> constants(JsonObject json, String key, Function<String, T> toConstant) {
        return texts(json, key).stream().map(toConstant).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> optional(JsonObject json, String key) {
        return Optional.ofNullable(json.getString(key, null));
    }
}
