package io.astrionix.musicmuse.privacy.control.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was seen of one table while it was written: how much, of when, and the first rows. */
final class Tally {

    /** Shown on the page; all are in the files beside it. */
    static final int SHOWN = 50;

    private final ExportTable table;
    private final Instant yearAgo;
    private final List<Object[]> first = new ArrayList<>();
    private long rows;
    private boolean recent;

    /** @param yearAgo what is younger, or of no time, counts as the last twelve months */
    Tally(ExportTable table, Instant yearAgo) {
        this.table = table;
        this.yearAgo = yearAgo;
    }

    void see(Object[] values) {
        if (rows < SHOWN) {
            first.add(values.clone());
        }
        rows++;
        recent = recent || isRecent(values);
    }

    private boolean isRecent(Object[] values) {
        boolean dated = false;
        for (var value : values) {
            if (value instanceof Instant at) {
                dated = true;
                if (!at.isBefore(yearAgo)) {
                    return true;
                }
            }
        }
        return !dated && !isInsideAnother();
    }

    /** Notes of a take have no date of their own: the take says when. */
    private boolean isInsideAnother() {
        return table.name().contains(".");
    }

    ExportTable table() {
        return table;
    }

    List<Object[]> first() {
        return first;
    }

    long rows() {
        return rows;
    }

    boolean isRecent() {
        return recent;
    }
}
