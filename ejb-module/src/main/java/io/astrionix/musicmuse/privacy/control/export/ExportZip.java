package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.DataMap;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file with everything (R43, R46, A11): access/ all there is, portable/ what the person provided or produced, each as
 * JSON and CSV; a page to read in both languages. Written from front to end, row by row.
 */
final class ExportZip {

    static final String SCHEMA = "musicmuse-export-1.schema.json";

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final DataMap map;
    private final List<ExportTable> access;
    private final List<ExportTable> portable;
    private final ExportRows rows;

    ExportZip(DataMap map, List<ExportTable> access, List<ExportTable> portable, ExportRows rows) {
        this.map = map;
        this.access = access;
        this.portable = portable;
        this.rows = rows;
    }

    /** Adds files of the person's own beside the tables. */
    @FunctionalInterface
    interface Files {
        void addTo(FileTaker taker) throws IOException;
    }

    /** Takes one file. */
    @FunctionalInterface
    interface FileTaker {
        void take(String path, byte[] content) throws IOException;
    }

    /** Leaves {@code out} open. */
    void write(ExportHead head, Files files, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(new StaysOpen(out), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        try (zip) {
            var tallies = json(zip, head, "access", access);
            json(zip, head, "portable", portable);
            csv(zip, "access", access);
            csv(zip, "portable", portable);
            files.addTo((path, content) -> file(zip, "portable/" + path, content));
            file(zip, "schema/" + SCHEMA, schema());
            page(zip, head, tallies, Locale.ENGLISH, "index.html", "index.de.html");
            page(zip, head, tallies, Locale.GERMAN, "index.de.html", "index.html");
        }
    }

    private List<Tally> json(ZipOutputStream zip, ExportHead head, String folder, List<ExportTable> tables)
            throws IOException {
        zip.putNextEntry(new ZipEntry(folder + "/data.json"));
        var yearAgo = head.madeAt().atZone(ZoneOffset.UTC).minusMonths(12).toInstant();
        var tallies = new ArrayList<Tally>();
        try (var generator = JSON.createGenerator(text(zip))) {
            var json = new ExportJson(generator, new ExportWords(map, head.language()));
            json.begin(head, folder);
            for (var table : tables) {
                var tally = new Tally(table, yearAgo);
                json.beginKind(table);
                rows.read(table, values -> {
                    json.row(table.fields(), values);
                    tally.see(values);
                });
                json.endKind();
                tallies.add(tally);
            }
            json.end();
        }
        zip.closeEntry();
        return tallies;
    }

    private void csv(ZipOutputStream zip, String folder, List<ExportTable> tables) throws IOException {
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(folder + "/csv/" + table.name() + ".csv"));
            try (var out = text(zip)) {
                var csv = new ExportCsv(out);
                csv.head(table.fields());
                rows.read(table, csv::row);
            }
            zip.closeEntry();
        }
    }

    private void page(
            ZipOutputStream zip, ExportHead head, List<Tally> tallies, Locale locale, String name, String other)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (var out = text(zip)) {
            new ExportHtml(out, new ExportWords(map, locale)).write(head, tallies, other);
        }
        zip.closeEntry();
    }

    private static void file(ZipOutputStream zip, String path, byte[] content) throws IOException {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path of an export: " + path);
        }
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] schema() throws IOException {
        var path = "/io/astrionix/musicmuse/privacy/" + SCHEMA;
        try (var in = Objects.requireNonNull(ExportZip.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }

    private static Writer text(OutputStream zip) {
        return new BufferedWriter(new OutputStreamWriter(new StaysOpen(zip), StandardCharsets.UTF_8));
    }

    /** Whoever writes a part of the file must not end the whole. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
