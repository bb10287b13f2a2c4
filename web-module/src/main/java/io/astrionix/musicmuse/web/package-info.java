/** The web tier: Faces pages, the practice socket and the authentication mechanism. Talks to contexts' boundaries only. */
package io.astrionix.musicmuse.web;
