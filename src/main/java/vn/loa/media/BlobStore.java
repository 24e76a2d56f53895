package vn.loa.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps files by their content: each is named by its SHA-256, kept once, and never changes. Safe for use by many threads and, on one
 * storage, by many nodes.
 */
public interface BlobStore {
    /**
     * Keeps all bytes of a stream. When this returns, they survive a loss of power; when it throws, nothing is left behind but staging
     * that is swept later. Content that is kept already is not kept twice. Needs memory independent of the size.
     *
     * @param content read to its end, not closed
     * @param limit how many bytes may come at most
     * @throws BlobTooLarge when more come
     */
    StoredBlob store(InputStream content, long limit) throws IOException;

    /**
     * Opens a blob for reading; close it.
     *
     * @param sha256 64 lower-case hexadecimal digits; anything else is nowhere
     */
    Optional<BlobContent> open(String sha256) throws IOException;

    /** Forgets a blob; readers that have it open may finish. Nothing happens when it is not there. */
    void delete(String sha256) throws IOException;
}
