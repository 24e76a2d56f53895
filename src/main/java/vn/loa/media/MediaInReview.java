package vn.loa.media;

import java.util.Optional;
import vn.loa.accounts.Actor;

/** Tells who may hear and see what is not public yet: as {@link PublicMedia}, for those who work on it. */
public interface MediaInReview {
    /**
     * The file at the address that it will have when it is public, when this person has to do with its work.
     *
     * @param productSlug of the work
     * @param hashPrefix the first 16 hexadecimal digits of the blob's SHA-256
     */
    Optional<PublicBlob> find(String productSlug, String hashPrefix, Actor by);
}
