package io.astrionix.musicmuse.privacy.control.export;

import java.io.IOException;

/** Where the rows come from; each table can be read more than once and is the same each time. */
interface ExportRows {

    /** Hands over one row after the other: null, Boolean, Number, String or Instant, in the order of the table's fields. */
    void read(ExportTable table, Receiver receiver) throws IOException;

    /** Takes one row. */
    @FunctionalInterface
    interface Receiver {
        void take(Object[] values) throws IOException;
    }
}
