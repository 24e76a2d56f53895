package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {
    @TempDir
    Path folder;

    private FileBlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileBlobStore(new MediaStorage(folder.resolve("media"), 1L << 40));
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Override
    void leave(String key, byte[] bytes) throws IOException {
        var stray = folder.resolve("media/sha256").resolve(key);
        Files.createDirectories(stray.getParent());
        Files.write(stray, bytes);
    }

    @Test
    void aBlobIsAFileUnderTheFirstDigitsOfItsHash() throws Exception {
        var hash = store.store(new ByteArrayInputStream(random(10)), 10).sha256();
        assertThat(folder.resolve("media/sha256")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash))
                .hasBinaryContent(random(10));
    }

    @Test
    void aBlobHasASecondNameWithoutASecondCopyThatOutlivesIt() throws Exception {
        var hash = store.store(new ByteArrayInputStream(random(10)), 10).sha256();
        var link = folder.resolve("master");

        assertThat(store.link(hash, link)).isTrue();
        var place = folder.resolve("media/sha256").resolve(BlobName.path(hash));
        assertThat(Files.getAttribute(link, "unix:ino")).isEqualTo(Files.getAttribute(place, "unix:ino"));

        store.delete(hash);
        assertThat(link).hasBinaryContent(random(10));
        assertThat(store.link(hash, folder.resolve("gone"))).isFalse();
        assertThat(store.link("../../etc/passwd", folder.resolve("stolen"))).isFalse();
    }

    @Test
    void aFileBecomesABlobWithoutASecondCopy() throws Exception {
        var file = Files.write(folder.resolve("file"), random(10));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(9))));

        var hash = store.store(file, 10).sha256();

        var place = folder.resolve("media/sha256").resolve(BlobName.path(hash));
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(Files.getAttribute(place, "unix:ino"));
        assertThat(store.store(file, 10).sha256()).isEqualTo(hash);
        assertThat(staging()).isEmpty();
        Files.delete(file);
        assertThat(place).hasBinaryContent(random(10));
    }

    @Test
    void nothingStaysInStaging() throws Exception {
        store.store(new ByteArrayInputStream(random(10)), 10);
        store.store(new ByteArrayInputStream(random(10)), 10);
        assertThatThrownBy(() -> store.store(new ByteArrayInputStream(random(11)), 10))
                .isInstanceOf(BlobTooLarge.class);
        assertThat(staging()).isEmpty();
    }

    @Test
    void readingCrossesTheBordersOfWindows() throws Exception {
        var bytes = random(MappedWindows.WINDOW + 100_000);
        var hash = store.store(new ByteArrayInputStream(bytes), bytes.length).sha256();
        try (var content = store.open(hash).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
            var stretch = content.stream(MappedWindows.WINDOW - 5).readNBytes(10);
            for (var i = 0; i < 10; i++) {
                assertThat(stretch[i]).isEqualTo(bytes[MappedWindows.WINDOW - 5 + i]);
            }
        }
    }

    @Test
    void stagingLeftByACrashIsSweptWhenItIsADayOld() throws Exception {
        var old = Files.writeString(folder.resolve("media/staging/old.part"), "half a fi");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        var young = Files.writeString(folder.resolve("media/staging/young.part"), "half a fi");
        store.clear();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedInASentence() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new MediaStorage(file.resolve("media"), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("data folder")
                .hasMessageContaining(file.toString());
    }

    @Test
    void whatIsNoBlobIsNotListed() throws Exception {
        var hash = store.store(new ByteArrayInputStream(random(10)), 10).sha256();
        Files.writeString(
                folder.resolve("media/sha256").resolve(BlobName.path(hash)).resolveSibling("notes.txt"), "");
        assertThat(store.names("", 10)).containsExactly(hash);
    }

    @Test
    void aFolderWhereNothingCanBeWrittenIsNotWell() throws Exception {
        Files.delete(folder.resolve("media/staging"));
        assertThatThrownBy(() -> store.check()).isInstanceOf(IOException.class);
    }

    private Stream<Path> staging() throws IOException {
        return Files.list(folder.resolve("media/staging"));
    }
}
