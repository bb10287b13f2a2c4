package io.astrionix.musicmuse.privacy.control.export;

import java.util.List;

/**
 * Rows of one kind, as they are exported.
 *
 * @param name such as PracticeSession, or PracticeSession.notes for what is in each of them
 * @param from in SQL, with the condition that says whose rows; empty where no table has them
 */
record ExportTable(String name, List<ExportField> fields, String from) {

    String sql() {
        return "select "
                + String.join(", ", fields.stream().map(ExportField::expression).toList()) + from;
    }
}
