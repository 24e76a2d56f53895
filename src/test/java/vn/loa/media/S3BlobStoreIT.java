package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.loa.testing.ObjectStorage;

class S3BlobStoreIT extends BlobStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    static Path storageFolder;

    private static ObjectStorage storage;

    @TempDir
    Path folder;

    private S3Location location;
    private S3Bucket bucket;
    private S3BlobStore store;

    @BeforeAll
    static void startStorage() {
        storage = ObjectStorage.start(storageFolder);
    }

    @AfterAll
    static void stopStorage() {
        storage.close();
    }

    @BeforeEach
    void open() throws IOException {
        location = location("test-" + TESTS.incrementAndGet() + "/", ObjectStorage.BUCKET);
        bucket = new S3Bucket(location);
        store = new S3BlobStore(new MediaStorage(folder.resolve("media"), 1L << 40), location);
        store.begin();
    }

    @AfterEach
    void close() {
        store.close();
        bucket.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Override
    void leave(String key, byte[] bytes) throws IOException {
        bucket.ask(
                "",
                s3 -> s3.putObject(
                        put -> put.bucket(bucket.name()).key(location.prefix() + "sha256/" + key),
                        RequestBody.fromBytes(bytes)));
    }

    private static S3Location location(String prefix, String bucket) {
        return new S3Location(
                Optional.of(storage.endpoint()), "us-east-1", bucket, prefix, "portal", "khóa bí mật", true);
    }

    @Test
    void aBlobIsAnObjectNamedAsItsFileWouldBe() throws Exception {
        var hash = store.store(new ByteArrayInputStream(random(10)), 10).sha256();
        assertThat(objects())
                .extracting(S3Object::key)
                .containsExactly(
                        location.prefix() + "sha256/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
    }

    @Test
    void nothingStaysInStaging() throws Exception {
        store.store(new ByteArrayInputStream(random(10)), 10);
        assertThatThrownBy(() -> store.store(new ByteArrayInputStream(random(11)), 10))
                .isInstanceOf(BlobTooLarge.class);
        assertThat(folder.resolve("media/staging")).isEmptyDirectory();
    }

    @Test
    void ofAnUploadThatBreaksOffNothingStays() throws Exception {
        var half = Files.write(folder.resolve("half"), random(20_000_000));
        var promised = new StoredBlob(hash(random(40_000_000)), 40_000_000);
        assertThatThrownBy(() -> new S3Upload(bucket, half, promised).send()).isInstanceOf(IOException.class);
        assertThat(uploads()).isEmpty();
        assertThat(objects()).isEmpty();
    }

    @Test
    void theStorageRefusesOtherBytesThanTheNameSays() throws Exception {
        var file = Files.write(folder.resolve("file"), random(1_000));
        var other = new StoredBlob(hash(random(1_001)), 1_000);
        assertThatThrownBy(() -> new S3Upload(bucket, file, other).send()).isInstanceOf(IOException.class);
        assertThat(store.contains(other.sha256())).isFalse();
    }

    @Test
    void aLargeUploadLeavesNoParts() throws Exception {
        store.store(new ByteArrayInputStream(random(S3Upload.PART + 1)), Long.MAX_VALUE);
        assertThat(objects()).singleElement().extracting(S3Object::size).isEqualTo(S3Upload.PART + 1L);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void uploadsThatACrashLeftAreSweptWhenTheyAreOld() throws Exception {
        bucket.ask(
                "",
                s3 -> s3.createMultipartUpload(
                        create -> create.bucket(bucket.name()).key(bucket.key("a".repeat(64)))));
        bucket.sweepUploads(Instant.now().minusSeconds(3600));
        assertThat(uploads()).hasSize(1);
        bucket.sweepUploads(Instant.now().plusSeconds(60));
        assertThat(uploads()).isEmpty();
    }

    @Test
    void anObjectOfAnotherSizeIsNotReadAndReplacedWhenItsContentComesAgain() throws Exception {
        var bytes = random(1_000);
        var hash = store.store(new ByteArrayInputStream(bytes), 1_000).sha256();
        bucket.ask(
                "",
                s3 -> s3.putObject(
                        put -> put.bucket(bucket.name()).key(bucket.key(hash)), RequestBody.fromBytes(random(900))));
        try (var content = store.open(hash).orElseThrow()) {
            assertThatThrownBy(() -> content.stream(0).readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(hash);
        }
        store.store(new ByteArrayInputStream(bytes), 1_000);
        try (var content = store.open(hash).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whatOthersPutIntoTheBucketIsNotListed() throws Exception {
        var hash = store.store(new ByteArrayInputStream(random(10)), 10).sha256();
        for (var key : List.of("notes.txt", "sha256/notes.txt", "sha256/ff/ff/notes.txt", "sha256/" + hash)) {
            bucket.ask(
                    "",
                    s3 -> s3.putObject(
                            put -> put.bucket(bucket.name()).key(location.prefix() + key), RequestBody.empty()));
        }
        assertThat(store.names("", 10)).containsExactly(hash);
        assertThat(store.names("", 1)).containsExactly(hash);
    }

    @Test
    void aBucketThatIsNotThereStopsTheStartWithASentence() throws Exception {
        try (var other =
                new S3BlobStore(new MediaStorage(folder.resolve("media"), 1), location("", "another-bucket"))) {
            assertThatThrownBy(other::begin)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("bucket another-bucket at " + storage.endpoint())
                    .hasMessageContaining("NoSuchBucket")
                    .hasMessageNotContaining("khóa bí mật");
        }
    }

    private List<MultipartUpload> uploads() throws IOException {
        return bucket.ask("", s3 -> s3.listMultipartUploads(list -> list.bucket(bucket.name())))
                .uploads();
    }

    private List<S3Object> objects() throws IOException {
        return bucket.ask(
                "",
                s3 -> s3.listObjectsV2(list -> list.bucket(bucket.name()).prefix(location.prefix()))
                        .contents());
    }
}
