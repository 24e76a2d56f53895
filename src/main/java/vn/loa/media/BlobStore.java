package vn.loa.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps files by their content: each is named by its SHA-256, kept once, and never changes. Safe for use by many threads and, on one
 * storage, by many nodes. A storage that fails or does not answer in time is an IOException that names it.
 */
public interface BlobStore {
    /** What it is called that says whose the blobs are, beside the blobs. */
    String OWNER = "installation";

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
     * The same of a file on this machine to which nothing is written any more. Where the file system can, it gets a second name instead of being copied:
     * who wrote to it later would change the blob.
     */
    StoredBlob store(Path file, long limit) throws IOException;

    /**
     * Opens a blob for reading; close it.
     *
     * @param sha256 64 lower-case hexadecimal digits; anything else is nowhere
     */
    Optional<BlobContent> open(String sha256) throws IOException;

    /**
     * Gives a blob a second name on this machine, which costs no room and outlives its deletion here. Nobody may write to it.
     *
     * @param link where nothing is yet
     * @return whether it is there; otherwise the blob must be read and copied
     */
    default boolean link(String sha256, Path link) {
        return false;
    }

    /** Whether a blob is kept right now. */
    boolean contains(String sha256) throws IOException;

    /**
     * The names of what is kept, sorted, for looking through all of it piece by piece.
     *
     * @param after the last name that is known already, or nothing to begin
     * @param limit how many are wanted at most, at least one; fewer come only at the end
     */
    List<String> names(String after, int limit) throws IOException;

    /**
     * Forgets a blob; nothing happens when it is not there. Whoever has it open reads on, or is told by an IOException that it is gone,
     * but never reads anything else.
     */
    void delete(String sha256) throws IOException;

    /** The name of the installation whose blobs these are; empty as long as nobody has said so. */
    Optional<String> owner() throws IOException;

    /** Says whose blobs these are. */
    void belongTo(String installation) throws IOException;

    /** Gives up bytes that a crash left on their way into the store: those to which nothing has come for a day. */
    void clear() throws IOException;

    /** Whether reading waits for another machine: then it must not hold a thread that answers visitors. */
    boolean isRemote();

    /** @throws IOException saying that so many bytes more do not fit where they are made and wait on this machine, beside what must stay free there */
    void requireRoom(long bytes) throws IOException;

    /** @throws IOException saying why blobs cannot be kept or read right now */
    void check() throws IOException;
}
