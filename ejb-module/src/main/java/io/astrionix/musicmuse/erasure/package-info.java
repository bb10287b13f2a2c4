/**
 * Ends what is stored about somebody: plans it from the data map, does it step by step with evidence, tells those who work
 * for the operator, keeps a ledger outside the database and holds a restored database shut until it is as far as that (R36,
 * R37, R45, R55 to R60, A16). Deletes rows of all contexts in SQL made from the data map. Uses {@code shared}, {@code
 * datamap}, {@code audit}, {@code notification}, {@code retention}, {@code privacy}, {@code accounts}; nothing uses it but
 * pages and jobs.
 */
package io.astrionix.musicmuse.erasure;
