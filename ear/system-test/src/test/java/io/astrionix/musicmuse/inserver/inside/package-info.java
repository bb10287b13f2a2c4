/**
 * Put into the application's EJB module instead of the tests' web module: on Payara, beans look for persistence unit and
 * data source in the module of whoever called last, and no module may name another's persistence unit.
 */
package io.astrionix.musicmuse.inserver.inside;
