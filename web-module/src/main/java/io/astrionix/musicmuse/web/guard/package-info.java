/**
 * What stands before every page: where a request comes from, whether it may change anything, and the headers that tell
 * the browser what a page may do (docs/adr/0010-browser-guards.md).
 */
package io.astrionix.musicmuse.web.guard;
