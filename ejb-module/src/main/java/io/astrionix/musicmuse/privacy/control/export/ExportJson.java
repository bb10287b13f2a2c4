package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;

/** Writes data.json, as the schema musicmuse-export-1 says. */
final class ExportJson {

    private final JsonGenerator out;
    private final ExportWords words;

    ExportJson(JsonGenerator out, ExportWords words) {
        this.out = out;
        this.words = words;
    }

    void begin(ExportHead head, String folder) {
        out.writeStartObject()
                .write("format", "musicmuse-export")
                .write("version", 1)
                .write("folder", folder)
                .write("account", head.account().toString())
                .write("madeAt", head.madeAt().toString())
                .writeStartArray("kinds");
    }

    void beginKind(ExportTable table) {
        out.writeStartObject().write("kind", table.name()).writeStartArray("fields");
        for (var field : table.fields()) {
            out.writeStartObject().write("name", field.name());
            field.personal().ifPresent(personal -> describe(field, personal));
            out.writeEnd();
        }
        out.writeEnd().writeStartArray("rows");
    }

    private void describe(ExportField field, Personal personal) {
        out.write("what", words.what(field))
                .write("purposes", words.purposes(personal))
                .write("basis", words.basis(personal))
                .write("source", words.source(personal))
                .write("recipients", words.recipients(personal))
                .write("kept", words.kept(personal));
    }

    void row(List<ExportField> fields, Object[] values) {
        out.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            var name = fields.get(i).name();
            var value = values[i];
            if (value == null) {
                out.writeNull(name);
            } else if (value instanceof Boolean yes) {
                out.write(name, yes);
            } else if (value instanceof Double || value instanceof Float) {
                out.write(name, ((Number) value).doubleValue());
            } else if (value instanceof BigDecimal number) {
                out.write(name, number);
            } else if (value instanceof Number number) {
                out.write(name, number.longValue());
            } else {
                out.write(name, value.toString());
            }
        }
        out.writeEnd();
    }

    void endKind() {
        out.writeEnd().writeEnd();
    }

    void end() {
        out.writeEnd().writeEnd().flush();
    }
}
