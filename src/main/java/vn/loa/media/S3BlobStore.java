package vn.loa.media;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Blobs as objects {@code sha256/ab/cd/abcd…} of a bucket, below its prefix: the names that {@link FileBlobStore} gives its files. Bytes wait
 * in {@code staging} on this machine until their name is known.
 */
final class S3BlobStore extends StagedBlobStore implements Closeable {
    private static final Logger LOG = System.getLogger(S3BlobStore.class.getName());
    private static final int MOST_STREAMS = 64;
    private static final int MOST_SIZES = 4096;

    private final S3Bucket bucket;
    private final OpenStreams streams = new OpenStreams(MOST_STREAMS);

    /** Blobs never change, so that who reads one again need not ask for its size again. */
    private final Map<String, Long> sizes = new Recent<>(MOST_SIZES);

    S3BlobStore(MediaStorage storage, S3Location location) throws IOException {
        super(storage);
        this.bucket = new S3Bucket(location);
    }

    /**
     * Asks the storage once. A storage that is away now may come back, and readiness says so till then.
     *
     * @throws IllegalStateException with a sentence for the operator when it answers that the bucket is not there or not for this portal
     */
    void begin() {
        try {
            bucket.check();
        } catch (S3Failure e) {
            if (e.isRefusal()) {
                throw new IllegalStateException(
                        "The settings loa.s3 name a storage that refuses: " + e.getMessage(), e);
            }
            LOG.log(Level.WARNING, "The media storage does not answer yet: {0}", e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The media storage does not answer yet: {0}", e.getMessage());
        }
    }

    @Override
    void keep(Path file, StoredBlob blob) throws IOException {
        var kept = bucket.size(blob.sha256());
        if (kept.isEmpty() || kept.getAsLong() != blob.size()) {
            new S3Upload(bucket, file, blob).send();
        }
        remember(blob.sha256(), blob.size());
    }

    @Override
    public Optional<BlobContent> open(String sha256) throws IOException {
        if (!BlobName.isName(sha256)) {
            return Optional.empty();
        }
        var known = remembered(sha256);
        if (known == null) {
            var size = bucket.size(sha256);
            if (size.isEmpty()) {
                return Optional.empty();
            }
            known = size.getAsLong();
            remember(sha256, known);
        }
        return Optional.of(new S3Content(bucket, streams, sha256, known));
    }

    @Override
    public boolean contains(String sha256) throws IOException {
        return BlobName.isName(sha256) && bucket.size(sha256).isPresent();
    }

    @Override
    public List<String> names(String after, int limit) throws IOException {
        BlobName.requirePlace(after);
        var names = new ArrayList<String>();
        var last = after.isEmpty() ? "" : bucket.key(after);
        while (names.size() < limit) {
            var keys = bucket.keys(last, limit - names.size());
            if (keys.isEmpty()) {
                return names;
            }
            for (var key : keys) {
                var name = key.substring(key.lastIndexOf('/') + 1);
                if (BlobName.isName(name) && key.equals(bucket.key(name))) {
                    names.add(name);
                }
            }
            last = keys.get(keys.size() - 1);
        }
        return names;
    }

    @Override
    public void delete(String sha256) throws IOException {
        if (BlobName.isName(sha256)) {
            bucket.delete(sha256);
            synchronized (sizes) {
                sizes.remove(sha256);
            }
        }
    }

    @Override
    public Optional<String> owner() throws IOException {
        return bucket.note(OWNER);
    }

    @Override
    public void belongTo(String installation) throws IOException {
        bucket.note(OWNER, installation);
    }

    @Override
    public void clear() throws IOException {
        super.clear();
        bucket.sweepUploads(Instant.now().minus(Staging.ABANDONED));
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public void check() throws IOException {
        super.check();
        bucket.check();
    }

    private @Nullable Long remembered(String sha256) {
        synchronized (sizes) {
            return sizes.get(sha256);
        }
    }

    private void remember(String sha256, long size) {
        synchronized (sizes) {
            sizes.put(sha256, size);
        }
    }

    @Override
    public void close() {
        bucket.close();
    }
}
