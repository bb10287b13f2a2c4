/**
 * Starts MusicMuse on a developer's machine and for the system tests: a PostgreSQL and a server, each a process of its
 * own. No part of the application.
 */
package io.astrionix.musicmuse.server;
