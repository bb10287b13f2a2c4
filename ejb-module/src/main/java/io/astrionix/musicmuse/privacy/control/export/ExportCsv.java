package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.shared.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes one table as CSV (RFC 4180), harmless in a spreadsheet. */
final class ExportCsv {

    private final Writer out;

    ExportCsv(Writer out) {
        this.out = out;
    }

    void head(List<ExportField> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            out.write((i == 0 ? "" : ",") + Csv.cell(fields.get(i).name()));
        }
        out.write("\r\n");
    }

    void row(Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            var value = values[i];
            if (value instanceof Number || value instanceof Boolean) {
                out.write(value.toString()); // a number is a number: -3 is no formula
            } else if (value != null) {
                out.write(Csv.cell(value.toString()));
            }
        }
        out.write("\r\n");
    }
}
