package vn.loa.media;

import java.util.Optional;
import vn.loa.accounts.Actor;

/** Tells who may have what is not for the public, or not yet: as {@link PublicMedia}, for those who work on it. */
public interface MediaInReview {
    /**
     * The file at its address, which is the one that it will have when it is public; only when this person has to do with it.
     *
     * @param productSlug of the work, or what stands in its place for what is of none
     * @param hashPrefix the first 16 hexadecimal digits of the blob's SHA-256
     */
    Optional<PublicBlob> find(String productSlug, String hashPrefix, Actor by);
}
