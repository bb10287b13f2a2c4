/** Listens to one take of a learner and judges it: sound in, verdicts out. */
package io.astrionix.musicmuse.analysis;
