/**
 * Jakarta Batch jobs and their schedules. The only module that talks to {@code JobOperator}: a server answers for a job
 * only to the module that started it.
 */
package io.astrionix.musicmuse.batch;
