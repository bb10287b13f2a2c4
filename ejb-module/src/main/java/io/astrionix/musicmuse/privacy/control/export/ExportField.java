package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.datamap.MappedAttribute.Personal;
import java.util.Optional;

/**
 * One column of an export.
 *
 * @param name in the files
 * @param expression in SQL, of the table {@code t} it is in or of {@code m}, whose row that belongs to; empty where no table
 *     has it
 * @param word key of the words for what it is; empty for a link between rows
 * @param personal what the data map says of it; empty for a link between rows
 */
record ExportField(String name, String expression, String word, Optional<Personal> personal) {}
