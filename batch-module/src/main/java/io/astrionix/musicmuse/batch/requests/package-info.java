/** Takes requests about data further, and ends the files that answered them. */
package io.astrionix.musicmuse.batch.requests;
