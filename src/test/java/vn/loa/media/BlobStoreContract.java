package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.WantOfRoom;

/** What every blob store promises; one test class per implementation extends this. */
abstract class BlobStoreContract {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** The same store in every call within one test. */
    abstract BlobStore store();

    /** Puts something among the blobs that is none. @param key below the folder of the blobs */
    abstract void leave(String key, byte[] bytes) throws IOException;

    @Test
    void whatIsStoredIsNamedByItsHashAndComesBack() throws Exception {
        var bytes = random(300_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        assertThat(stored).isEqualTo(new StoredBlob(hash(bytes), bytes.length));
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            assertThat(content.size()).isEqualTo(bytes.length);
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
            assertThat(content.stream(299_990).readAllBytes()).hasSize(10);
        }
    }

    @Test
    void anyStretchCanBeRead() throws Exception {
        var bytes = random(100_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            var target = new byte[5_000];
            var got = content.read(70_000, target, 1_000, 4_000);
            assertThat(got).isBetween(1, 4_000);
            for (var i = 0; i < got; i++) {
                assertThat(target[1_000 + i]).isEqualTo(bytes[70_000 + i]);
            }
            assertThat(content.read(bytes.length, target, 0, 10)).isEqualTo(-1);
            assertThat(content.read(Long.MAX_VALUE, target, 0, 10)).isEqualTo(-1);
            assertThatThrownBy(() -> content.read(-1, target, 0, 10)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> content.read(0, target, 4_999, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aStoreKnowsWhoseItIsOnceItIsTold() throws Exception {
        assertThat(store().owner()).isEmpty();

        store().belongTo("0a1b");

        assertThat(store().owner()).contains("0a1b");
        assertThat(store().names("", 10)).isEmpty();
    }

    @Test
    void aFileIsStoredLikeAStreamAndStaysWhereItIs(@TempDir Path folder) throws Exception {
        var bytes = random(300_000);
        var file = Files.write(folder.resolve("file"), bytes);

        assertThat(store().store(file, bytes.length)).isEqualTo(new StoredBlob(hash(bytes), bytes.length));

        assertThat(file).hasBinaryContent(bytes);
        try (var content = store().open(hash(bytes)).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
        var larger = Files.write(folder.resolve("larger"), random(1_001));
        assertThatThrownBy(() -> store().store(larger, 1_000)).isInstanceOf(BlobTooLarge.class);
        assertThatThrownBy(() -> store().store(folder.resolve("gone"), 1_000)).isInstanceOf(NoSuchFileException.class);
        assertThat(larger).hasBinaryContent(random(1_001));
    }

    @Test
    void aBlobThatWasCutShortIsWholeAgainWhenItsContentComesAgain() throws Exception {
        var bytes = random(200_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        leave(BlobName.path(stored.sha256()), Arrays.copyOf(bytes, 1_000));

        store().store(new ByteArrayInputStream(bytes), NO_LIMIT);

        try (var content = store().open(stored.sha256()).orElseThrow()) {
            assertThat(content.size()).isEqualTo(bytes.length);
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void anEmptyBlobIsABlob() throws Exception {
        var stored = store().store(InputStream.nullInputStream(), NO_LIMIT);
        assertThat(stored.size()).isZero();
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEmpty();
        }
    }

    @Test
    void theSameContentIsStoredOnce() throws Exception {
        var bytes = random(1_000);
        var first = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        assertThat(store().store(new ByteArrayInputStream(bytes), NO_LIMIT)).isEqualTo(first);
        assertThat(store().open(first.sha256())).isPresent();
    }

    @Test
    void theSameContentFromManyThreadsIsStoredOnce() throws Exception {
        var bytes = random(200_000);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = new ArrayList<Callable<StoredBlob>>();
            for (var i = 0; i < 24; i++) {
                tasks.add(() -> store().store(new ByteArrayInputStream(bytes), NO_LIMIT));
            }
            for (Future<StoredBlob> stored : pool.invokeAll(tasks)) {
                assertThat(stored.get()).isEqualTo(new StoredBlob(hash(bytes), bytes.length));
            }
        } finally {
            pool.shutdown();
        }
        try (var content = store().open(hash(bytes)).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void moreThanTheLimitIsRefusedAndNotKept() throws Exception {
        var bytes = random(1_001);
        assertThatThrownBy(() -> store().store(new ByteArrayInputStream(bytes), 1_000))
                .isInstanceOfSatisfying(
                        BlobTooLarge.class,
                        refused -> assertThat(refused.limit()).isEqualTo(1_000));
        assertThat(store().open(hash(bytes))).isEmpty();
        assertThat(store().store(new ByteArrayInputStream(bytes), 1_001).size()).isEqualTo(1_001);
    }

    @Test
    void aBrokenStreamLeavesNothing() throws Exception {
        var bytes = random(200_000);
        var breaking = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == 150_000) {
                    throw new IOException("The line went dead");
                }
                return bytes[given++] & 0xff;
            }
        };
        assertThatThrownBy(() -> store().store(breaking, NO_LIMIT)).hasMessage("The line went dead");
        assertThat(store().open(hash(bytes))).isEmpty();
    }

    @Test
    void namesThatAreNoHashesAreNowhere() throws Exception {
        for (var name : new String[] {
            "",
            "../../etc/passwd",
            "A".repeat(64),
            "a".repeat(63),
            "a".repeat(64) + "/",
            "a".repeat(63) + "\0",
            "0".repeat(64)
        }) {
            assertThat(store().open(name)).isEmpty();
            store().delete(name);
        }
    }

    @Test
    void whatIsDeletedIsGoneAndCanComeAgain() throws Exception {
        var bytes = random(5_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        store().delete(stored.sha256());
        assertThat(store().open(stored.sha256())).isEmpty();
        store().delete(stored.sha256());
        store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        assertThat(store().open(stored.sha256())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 5 * 1024 * 1024 + 1, 40 * 1024 * 1024})
    void whateverItsSizeItComesBack(int size) throws Exception {
        var bytes = random(size);
        var stored = store().store(new ByteArrayInputStream(bytes), size);
        assertThat(stored).isEqualTo(new StoredBlob(hash(bytes), size));
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            assertThat(content.size()).isEqualTo(size);
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void randomReadsAtRandomPositionsAreTheBytesThere() throws Exception {
        var bytes = random(3_000_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        var random = new Random(7);
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            var position = 0;
            for (var i = 0; i < 300; i++) {
                // Half of the reads go on where the last one ended.
                position = random.nextBoolean() && position < bytes.length ? position : random.nextInt(bytes.length);
                var target = new byte[1 + random.nextInt(100_000)];
                var got = content.read(position, target, 0, target.length);
                assertThat(got).isBetween(1, target.length);
                assertThat(Arrays.equals(target, 0, got, bytes, position, position + got))
                        .as("%d bytes from %d", got, position)
                        .isTrue();
                position += got;
            }
        }
    }

    @Test
    void manyReadersReadAtOnce() throws Exception {
        var bytes = random(700_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        var open = new ArrayList<BlobContent>();
        for (var i = 0; i < 100; i++) {
            open.add(store().open(stored.sha256()).orElseThrow());
        }
        var streams = open.stream().map(content -> content.stream(0)).toList();
        for (var from = 0; from < bytes.length; from += 140_000) {
            for (var stream : streams) {
                assertThat(stream.readNBytes(140_000)).isEqualTo(Arrays.copyOfRange(bytes, from, from + 140_000));
            }
        }
        for (var content : open) {
            content.close();
        }
    }

    @Test
    void itTellsWhatItContains() throws Exception {
        var bytes = random(4_000);
        assertThat(store().contains(hash(bytes))).isFalse();
        store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        assertThat(store().contains(hash(bytes))).isTrue();
        store().delete(hash(bytes));
        assertThat(store().contains(hash(bytes))).isFalse();
        assertThat(store().contains("../../etc/passwd")).isFalse();
    }

    @Test
    void itsNamesComeSortedPieceByPiece() throws Exception {
        assertThat(store().names("", 10)).isEmpty();
        var expected = new TreeSet<String>();
        for (var i = 0; i < 60; i++) {
            expected.add(store().store(new ByteArrayInputStream(random(1_000 + i)), NO_LIMIT)
                    .sha256());
        }
        for (var limit : new int[] {1, 7, 60, 1_000}) {
            var names = new ArrayList<String>();
            for (var piece = store().names("", limit); !piece.isEmpty(); ) {
                assertThat(piece).hasSizeLessThanOrEqualTo(limit);
                names.addAll(piece);
                piece = store().names(names.get(names.size() - 1), limit);
            }
            assertThat(names).containsExactlyElementsOf(expected);
        }
        // A name that nobody has is a place in the order too.
        assertThat(store().names("8" + "0".repeat(63), 100))
                .containsExactlyElementsOf(expected.tailSet("8" + "0".repeat(63)));
        assertThatThrownBy(() -> store().names("../", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatSomebodyElseLeftAmongTheBlobsIsPassedOver() throws Exception {
        var stored = store().store(new ByteArrayInputStream(random(1_000)), NO_LIMIT);
        var other = stored.sha256().startsWith("00") ? "01" : "00";
        for (var stray : List.of(".DS_Store", "lost+found/x", other, "0/1", "ff/.DS_Store", "ff/00")) {
            leave(stray, new byte[] {1});
        }

        assertThat(store().names("", 10)).containsExactly(stored.sha256());
        assertThat(store().names(stored.sha256(), 10)).isEmpty();
    }

    @Test
    void whoeverReadsWhatIsDeletedReadsItsBytesOrIsToldThatItIsGone() throws Exception {
        var bytes = random(2_000_000);
        var stored = store().store(new ByteArrayInputStream(bytes), NO_LIMIT);
        try (var content = store().open(stored.sha256()).orElseThrow()) {
            var stream = content.stream(0);
            assertThat(stream.readNBytes(10)).isEqualTo(Arrays.copyOf(bytes, 10));
            store().delete(stored.sha256());
            try {
                assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
            } catch (IOException gone) {
                assertThat(gone).hasMessageContaining(stored.sha256());
            }
        }
        assertThat(store().open(stored.sha256())).isEmpty();
    }

    @Test
    void aStorageThatWorksHasNothingToSay() throws Exception {
        store().check();
        store().requireRoom(0);
    }

    @Test
    void whatDoesNotFitOnThisMachineIsToldBeforeItIsMade() {
        assertThatThrownBy(() -> store().requireRoom(1L << 60))
                .isInstanceOf(IOException.class)
                .satisfies(none -> assertThat(WantOfRoom.explains(none)).isTrue())
                .hasMessageContaining("bytes are needed");
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
