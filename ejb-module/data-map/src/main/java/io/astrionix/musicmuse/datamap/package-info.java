/**
 * The data map as annotations: every persistent attribute says what it is, what for, on which legal basis, how long it
 * stays and what erases it. Everything about privacy is made of this: pages, exports, erasure, retention jobs.
 */
package io.astrionix.musicmuse.datamap;
