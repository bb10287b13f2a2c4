/** How a start ends that cannot go well. Each test starts a server of its own. */
package io.astrionix.musicmuse.start;
