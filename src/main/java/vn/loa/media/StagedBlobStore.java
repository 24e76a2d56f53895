package vn.loa.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import vn.loa.common.Failpoint;

/** A store that learns the name of what comes in {@code staging} on this machine, and brings it from there to its place. */
abstract class StagedBlobStore implements BlobStore {
    private static final long ROOM_BYTES = 64L << 20;

    private final Staging staging;

    StagedBlobStore(MediaStorage storage) throws IOException {
        this.staging = new Staging(storage.folder().resolve("staging"));
    }

    @Override
    public final StoredBlob store(InputStream content, long limit) throws IOException {
        return keep(staging.take(content, limit));
    }

    @Override
    public final StoredBlob store(Path file, long limit) throws IOException {
        return keep(staging.take(file, limit));
    }

    private StoredBlob keep(Staging.Staged incoming) throws IOException {
        try (var staged = incoming) {
            Failpoint.pass("blob-hashed");
            keep(staged.file(), staged.blob());
            return staged.blob();
        }
    }

    /** Brings a file to its place, unless it is there already. What is there with another size is no blob, and is replaced. */
    abstract void keep(Path file, StoredBlob blob) throws IOException;

    @Override
    public void clear() throws IOException {
        staging.sweep();
    }

    @Override
    public final void requireRoom(long bytes) throws IOException {
        staging.require(ROOM_BYTES + bytes);
    }

    @Override
    public void check() throws IOException {
        staging.require(ROOM_BYTES);
    }
}
