package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an MP4 file says that it is protected, and how far that is looked for. */
class MovEncryptionTest {
    private static final String PROTECTION = "schm\0\0\0\0cenc";

    @TempDir
    private Path folder;

    @Test
    void aProtectionIsSeenBehindOtherBoxes() throws IOException {
        assertThat(MovEncryption.isIn(file(1000, PROTECTION))).isTrue();
        assertThat(MovEncryption.isIn(file(1000, "nothing of that kind"))).isFalse();
    }

    @Test
    void aFileOfNothingButEmptyBoxesIsNotReadToItsEnd() throws IOException {
        var reads = new AtomicInteger();

        try (var channel = Files.newByteChannel(file(1 << 20, PROTECTION))) {
            assertThat(MovEncryption.isIn(counted(channel, reads))).isFalse();
        }

        assertThat(reads).hasValueLessThan(10_000);
    }

    /** Empty boxes, and after them an index. */
    private Path file(int boxes, String index) throws IOException {
        var said = index.getBytes(StandardCharsets.ISO_8859_1);
        var bytes = ByteBuffer.allocate(8 * boxes + 8 + said.length);
        for (var box = 0; box < boxes; box++) {
            bytes.putInt(8).put("free".getBytes(StandardCharsets.US_ASCII));
        }
        bytes.putInt(8 + said.length)
                .put("moov".getBytes(StandardCharsets.US_ASCII))
                .put(said);
        return Files.write(folder.resolve("a.mp4"), bytes.array());
    }

    private static SeekableByteChannel counted(SeekableByteChannel channel, AtomicInteger reads) {
        return (SeekableByteChannel) Proxy.newProxyInstance(
                SeekableByteChannel.class.getClassLoader(),
                new Class<?>[] {SeekableByteChannel.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        reads.incrementAndGet();
                    }
                    var answer = method.invoke(channel, arguments);
                    return answer == channel ? self : answer;
                });
    }
}
