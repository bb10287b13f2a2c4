/**
 * Who did what, when, from where and with what outcome: one event for every sign-in, refusal, data change, export and
 * act of an administrator (R71). The log is append-only and chained by hashes. Uses shared.
 */
package io.astrionix.musicmuse.audit;
