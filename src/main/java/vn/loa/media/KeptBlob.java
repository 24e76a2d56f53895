package vn.loa.media;

import java.time.Instant;

/**
 * Content that is in the store, and that nobody deletes within a day.
 *
 * @param since when its row was made, which tells it from another one of the same content
 */
public record KeptBlob(String sha256, long size, Instant since) {}
