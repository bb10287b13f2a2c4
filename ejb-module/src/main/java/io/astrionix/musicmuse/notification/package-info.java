/**
 * Mails to people: an outbox in the database, sent once by a worker (R82). Uses shared and audit.
 */
package io.astrionix.musicmuse.notification;
