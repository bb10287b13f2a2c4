package io.astrionix.musicmuse.web.retention;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.astrionix.musicmuse.retention.boundary.SignedReport;
import io.astrionix.musicmuse.shared.Sha256;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An evidence report for people: the facts of the signed JSON, its SHA-256 and its signature, on A4. */
final class ReportPdf {

    private static final float MARGIN = 40;
    private static final List<String> RULE =
            List.of("rule", "state", "total", "due", "removed", "held", "quarantined", "leftOver", "millis");
    private static final List<String> EVIDENCE = List.of("number", "rule", "table", "removed", "at", "keysHash");
    private static final float[] RULE_WIDTHS = {3, 2, 1.2f, 1.2f, 1.3f, 1.2f, 1.3f, 1.3f, 1.2f};
    private static final float[] EVIDENCE_WIDTHS = {1, 2.4f, 3.2f, 1.2f, 2.8f, 4.5f};

    private final Locale locale;
    private final Font title = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private final Font heading = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
    private final Font text = FontFactory.getFont(FontFactory.HELVETICA, 9);
    private final Font small = FontFactory.getFont(FontFactory.HELVETICA, 7);

    ReportPdf(Locale locale) {
        this.locale = locale;
    }

    byte[] of(SignedReport signed) {
        try (var reader = Json.createReader(new StringReader(signed.text()))) {
            var report = reader.readObject();
            var bytes = new ByteArrayOutputStream();
            try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
                PdfWriter.getInstance(document, bytes);
                document.open();
                document.addTitle(word("title"));
                document.add(new Paragraph(word("title"), title));
                Stream.of("run", "kind", "asOf", "sealedAt")
                        .forEach(name -> document.add(fact(word(name), value(report, name))));
                document.add(new Paragraph(word("rules"), heading));
                document.add(
                        table(RULE, RULE_WIDTHS, report.getJsonArray("rules").getValuesAs(JsonObject.class)));
                document.add(new Paragraph(word("evidence"), heading));
                document.add(table(
                        EVIDENCE,
                        EVIDENCE_WIDTHS,
                        report.getJsonArray("evidence").getValuesAs(JsonObject.class)));
                document.add(new Paragraph(word("proof"), heading));
                document.add(fact("SHA-256", Sha256.hex(signed.text())));
                document.add(fact(word("signature"), signed.signature()));
                document.add(fact(word("publicKey"), value(report, "publicKey")));
                document.add(new Paragraph(word(signed.valid() ? "valid" : "invalid"), text));
            }
            return bytes.toByteArray();
        }
    }

    private Paragraph fact(String name, String value) {
        return new Paragraph(name + ": " + value, text);
    }

    private PdfPTable table(List<String> names, float[] widths, List<JsonObject> rows) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
        table.setHeaderRows(1);
        names.forEach(name -> table.addCell(new Phrase(word(name), small)));
        rows.forEach(row -> names.forEach(name -> table.addCell(new Phrase(value(row, name), small))));
        return table;
    }

    private String word(String name) {
        return Messages.text(locale, "retention.pdf." + name);
    }

    private static String value(JsonObject object, String name) {
        var value = object.getOrDefault(name, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> "";
            case STRING -> object.getString(name);
            default -> value.toString();
        };
    }
}
