package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.Category;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page a person reads: what there is, why, from where, for whom and how long (R43), and the first rows of each kind. */
final class ExportHtml {

    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;display:block;overflow-x:auto;margin:.5rem 0}"
            + "th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}"
            + "th{background:#eee;color:#000}";

    private final Writer out;
    private final ExportWords words;

    ExportHtml(Writer out, ExportWords words) {
        this.out = out;
        this.words = words;
    }

    /** @param other name and language of the same page in the other language */
    void write(ExportHead head, List<Tally> tallies, String other) throws IOException {
        var language = words.locale().getLanguage();
        out.write("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + text("title") + "</title><style>"
                + STYLE + "</style></head><body>\n");
        out.write("<p><a href=\"" + other + "\">" + text("other") + "</a></p>\n<h1>" + text("title") + "</h1>\n");
        out.write("<p>" + escape(words.text("lead", head.madeAt().toString())) + "</p>\n");
        out.write("<p>" + text("folders") + "</p>\n");
        categories(tallies);
        for (var tally : tallies) {
            if (tally.rows() > 0) {
                kind(tally);
            }
        }
        out.write("</body></html>\n");
        out.flush();
    }

    /** Of the last twelve months and of all time (R75). */
    private void categories(List<Tally> tallies) throws IOException {
        Map<Category, Boolean> seen = new EnumMap<>(Category.class);
        for (var tally : tallies) {
            for (var field : tally.table().fields()) {
                field.personal()
                        .filter(personal -> tally.rows() > 0)
                        .ifPresent(personal -> seen.merge(personal.category(), tally.isRecent(), Boolean::logicalOr));
            }
        }
        out.write("<h2>" + text("categories") + "</h2>\n<table><tr>" + headings("category", "ever", "lastYear")
                + "</tr>\n");
        for (var category : Category.values()) {
            cells(List.of(
                    words.category(category),
                    words.text(seen.containsKey(category) ? "yes" : "no"),
                    words.text(seen.getOrDefault(category, false) ? "yes" : "no")));
        }
        out.write("</table>\n<p>" + text("notSold") + "</p>\n");
    }

    private void kind(Tally tally) throws IOException {
        var table = tally.table();
        out.write("<h2>" + escape(words.kind(table.name())) + "</h2>\n<p>"
                + escape(words.text("rows", tally.rows(), Math.min(tally.rows(), Tally.SHOWN)))
                + " <a href=\"access/csv/" + escape(table.name()) + ".csv\">" + escape(table.name())
                + ".csv</a></p>\n");
        out.write("<details><summary>" + text("about") + "</summary><table><tr>"
                + headings("field", "what", "purposes", "basis", "source", "recipients", "kept") + "</tr>\n");
        for (var field : table.fields()) {
            if (field.personal().isPresent()) {
                var personal = field.personal().get();
                cells(List.of(
                        field.name(),
                        words.what(field),
                        words.purposes(personal),
                        words.basis(personal),
                        words.source(personal),
                        words.recipients(personal),
                        words.kept(personal)));
            }
        }
        out.write("</table></details>\n<table><tr>");
        for (var field : table.fields()) {
            out.write("<th>" + escape(field.name()) + "</th>");
        }
        out.write("</tr>\n");
        for (var row : tally.first()) {
            cells(Arrays.stream(row)
                    .map(value ->
                            Optional.ofNullable(value).map(Object::toString).orElse(""))
                    .toList());
        }
        out.write("</table>\n");
    }

    private String headings(String... keys) {
        var row = new StringBuilder();
        for (var key : keys) {
            row.append("<th>").append(text("head." + key)).append("</th>");
        }
        return row.toString();
    }

    private void cells(Collection<String> values) throws IOException {
        out.write("<tr>");
        for (var value : values) {
            out.write("<td>" + escape(value) + "</td>");
        }
        out.write("</tr>\n");
    }

    private String text(String key) {
        return escape(words.text(key));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
