package vn.loa.media;

import java.time.Instant;

/**
 * A file that the public may have.
 *
 * @param sha256 of its content
 * @param size in bytes
 * @param attachment whether browsers must save it instead of showing it within the portal's origin
 */
public record PublicBlob(String sha256, long size, String contentType, Instant lastModified, boolean attachment) {}
