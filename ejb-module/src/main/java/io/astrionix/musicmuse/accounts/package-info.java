/**
 * Who somebody is and what they may do. Owns accounts and their roles; keeps them while the account is active (R36).
 * Uses {@code shared} only.
 */
package io.astrionix.musicmuse.accounts;
