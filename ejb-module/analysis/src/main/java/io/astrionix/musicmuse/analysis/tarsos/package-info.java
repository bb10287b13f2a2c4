/** The only package that knows TarsosDSP. */
package io.astrionix.musicmuse.analysis.tarsos;
