/**
 * Tests that run inside a server, beside the application as it is delivered, on a PostgreSQL of their own: what only a
 * container does (transactions, roles, persistence, jobs). One deployment serves all of them.
 */
package io.astrionix.musicmuse.inserver;
