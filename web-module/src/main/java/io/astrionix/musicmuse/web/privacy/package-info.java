/** Pages about the rights people have over their data. */
package io.astrionix.musicmuse.web.privacy;
