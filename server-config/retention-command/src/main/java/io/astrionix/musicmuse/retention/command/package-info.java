/** The retention engine from the command line: plain JDBC, for cron and IT. docs/operations.md shows how to call it. */
package io.astrionix.musicmuse.retention.command;
