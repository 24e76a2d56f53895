package vn.loa.media;

import java.time.Instant;
import java.util.List;

/**
 * A file that the public may have.
 *
 * @param sha256 of its content
 * @param size in bytes
 * @param attachment whether browsers must save it instead of showing it within the portal's origin
 * @param addresses that it has, at least one: more when several tracks of the work are the same bytes. Whoever comes by another name is led to the first
 */
public record PublicBlob(
        String sha256,
        long size,
        String contentType,
        Instant lastModified,
        boolean attachment,
        List<String> addresses) {}
