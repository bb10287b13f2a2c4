package io.astrionix.musicmuse.erasure.control;

/**
 * A foreign key: rows of {@code child} need those of {@code parent}.
 *
 * @param child with its schema
 * @param column of the child
 * @param parent with its schema
 */
record TableReference(String child, String column, String parent) {}
