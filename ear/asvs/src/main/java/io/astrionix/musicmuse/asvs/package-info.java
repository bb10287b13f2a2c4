/**
 * The list of security requirements (docs/asvs.yml) and the tests that prove them. The requirements, their words and the
 * reasons why some wait are written by hand; the tests are found in the sources by their tags.
 */
package io.astrionix.musicmuse.asvs;
