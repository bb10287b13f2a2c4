/**
 * The chain of the audit log (docs/adr/0009): what is hashed and how, and the verification. Plain Java and JDBC, so that
 * the application and the command line for IT run the same code. No Jakarta.
 */
package io.astrionix.musicmuse.audit.control.chain;
