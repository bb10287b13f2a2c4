package io.astrionix.musicmuse.server;

/**
 * Ports of the loopback address.
 *
 * @param http the pages without TLS
 * @param https the pages with TLS, where that is on
 * @param management health checks; on WildFly its console too
 * @param admin where Payara takes commands; WildFly does so at {@code management}
 */
record ServerPorts(int http, int https, int management, int admin) {}
