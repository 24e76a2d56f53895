package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.media.BlobContent;

class BodyTest {
    @Test
    void oneStretchIsGivenInPiecesOfTheBuffer() throws IOException {
        assertThat(text(Body.of(content("0123456789"), 2, 7), 3)).isEqualTo("2345678");
        assertThat(text(Body.of(content("0123456789"), 0, 10), 64)).isEqualTo("0123456789");
        assertThat(text(Body.of(content(""), 0, 0), 3)).isEmpty();
    }

    @Test
    void severalStretchesComeAsRfc9110WritesThem() throws IOException {
        for (var buffer : new int[] {1, 7, 1000}) {
            var body = Body.multipart(
                    content("0123456789"), List.of(new ByteRange(7, 8), new ByteRange(0, 1)), "audio/mp4", "xyz");
            var expected = "--xyz\r\nContent-Type: audio/mp4\r\nContent-Range: bytes 7-8/10\r\n\r\n78\r\n"
                    + "--xyz\r\nContent-Type: audio/mp4\r\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--xyz--\r\n";
            assertThat(body.length()).isEqualTo(expected.length());
            assertThat(text(body, buffer)).isEqualTo(expected);
        }
    }

    @Test
    void aBlobThatEndsTooEarlyIsAnError() {
        assertThatThrownBy(() -> text(Body.of(content("01234"), 0, 10), 64)).isInstanceOf(EOFException.class);
    }

    private static String text(Body body, int bufferSize) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[bufferSize];
        for (var n = body.take(buffer); n >= 0; n = body.take(buffer)) {
            all.write(buffer, 0, n);
        }
        return all.toString(StandardCharsets.US_ASCII);
    }

    /** Gives at most four bytes at a time, as stores may. */
    private static BlobContent content(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new BlobContent() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) {
                if (position >= bytes.length) {
                    return -1;
                }
                var n = (int) Math.min(Math.min(4, length), bytes.length - position);
                System.arraycopy(bytes, (int) position, target, offset, n);
                return n;
            }

            @Override
            public void close() {}
        };
    }
}
