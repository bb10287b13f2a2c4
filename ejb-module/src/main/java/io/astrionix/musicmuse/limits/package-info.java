/** How often something may be asked for, counted in the database: however many servers there are, they count as one. */
package io.astrionix.musicmuse.limits;
