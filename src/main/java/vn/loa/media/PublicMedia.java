package vn.loa.media;

import java.util.Optional;

/** Tells which files the public may have. Works know that, and know media: so media asks through this. */
public interface PublicMedia {
    /**
     * The file at a public address, when it is an approved rendition of a public work right now.
     *
     * @param productSlug of the work
     * @param hashPrefix the first 16 hexadecimal digits of the blob's SHA-256
     */
    Optional<PublicBlob> find(String productSlug, String hashPrefix);
}
