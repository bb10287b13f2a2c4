/**
 * The retention engine: ends what has been kept long enough, by retention.yml and the data map (R36 to R42), passes over
 * what is held, and proves what it did. Owns runs, their evidence, quarantined rows and holds. Deletes rows of all contexts
 * in SQL made from the data map, or through the doors of {@code RowsEnd} where a row's end is more than that. Uses
 * {@code shared} and {@code audit}.
 */
package io.astrionix.musicmuse.retention;
