/**
 * What was paid. So far the ledger alone, as a table that can only be added to: payments themselves are still to come. Owns
 * customers, who are pseudonyms, and the ledger's entries; keeps both seven years after a customer's last transaction (R38).
 */
package io.astrionix.musicmuse.billing;
