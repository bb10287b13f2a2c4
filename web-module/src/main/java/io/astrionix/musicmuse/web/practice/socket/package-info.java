/**
 * The practice socket: docs/practice-protocol.md in Java. A message is checked on the container's thread, and worked on
 * by a managed executor, one message of a socket after the other ({@link
 * io.astrionix.musicmuse.web.practice.socket.SerialExecutor}).
 */
package io.astrionix.musicmuse.web.practice.socket;
