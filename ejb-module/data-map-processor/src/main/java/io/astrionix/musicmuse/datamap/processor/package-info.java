/** What the compiler runs over the entities: reads their annotations, refuses gaps, writes datamap.json. */
package io.astrionix.musicmuse.datamap.processor;
