package vn.loa.media.processing;

/**
 * One worker's go at a job.
 *
 * @param job its id
 * @param asset the id of the asset it is for
 * @param number from 1
 */
record Attempt(long job, long asset, Step step, int number) {}
