package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings bytes into the store, so that a transaction that comes after may refer to them. The storage may be slow or silent: no transaction waits for
 * it, with its connection and its locks.
 */
@ApplicationScoped
public class KeepBytes {
    @Inject
    private BlobStore store;

    @Inject
    private NamedBlobs blobs;

    /**
     * Not within a transaction. What is not named by one within a day is swept.
     *
     * @param content opened more than once when it was swept in the very moment in which it comes again
     * @param limit how many bytes may come at most
     * @throws BlobTooLarge when more come
     */
    @Transactional(Transactional.TxType.NEVER)
    public KeptBlob keep(IncomingFile.Content content, long limit) throws IOException {
        return keep(() -> {
            try (var bytes = content.open()) {
                return store.store(bytes, limit);
            }
        });
    }

    /**
     * The same of a file on this machine to which nothing is written any more; it may become the blob itself.
     *
     * @see BlobStore#store(Path, long)
     */
    @Transactional(Transactional.TxType.NEVER)
    public KeptBlob keep(Path file, long limit) throws IOException {
        return keep(() -> store.store(file, limit));
    }

    /** Brings bytes into the store. */
    @FunctionalInterface
    private interface Storing {
        StoredBlob store() throws IOException;
    }

    private KeptBlob keep(Storing storing) throws IOException {
        var stored = storing.store();
        var kept = blobs.promise(stored);
        // Who has swept it was done before there was the promise; from there on nobody sweeps it.
        if (!store.contains(stored.sha256())) {
            storing.store();
        }
        return kept;
    }
}
