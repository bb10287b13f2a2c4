/** Callers inside the server, one for each role. */
package io.astrionix.musicmuse.inserver.inside.roles;
