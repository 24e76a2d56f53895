package vn.loa.media;

/**
 * What a blob store made of a stream.
 *
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record StoredBlob(String sha256, long size) {}
