package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import vn.loa.media.transcode.Failure.Reason;

/** What the first chunk of an AVI says of its length. Program and transport streams say nothing of theirs: of those, half is a shorter film. */
final class RiffHeader {
    private static final int LENGTH = 8;
    private static final int SIZE = 4;

    /** Old programs count a few bytes too many: the header itself, or a byte of padding that is not there. Half a file misses more. */
    private static final long ROUNDING = 64 << 10;

    /** Written by programs that do not know yet, and did not come back. */
    private static final long UNKNOWN = 0x7fff_ffffL;

    private RiffHeader() {}

    /** @throws TranscodingFailed if the file ends before its first chunk does */
    static void requireWhole(Source source) {
        var size = size(source);
        if (size < UNKNOWN && size + LENGTH > source.size() + ROUNDING) {
            throw new TranscodingFailed(
                    Reason.TRUNCATED, "It says %d bytes, but has %d".formatted(size + LENGTH, source.size()));
        }
    }

    private static long size(Source source) {
        try (var content = Files.newInputStream(source.file())) {
            var head = content.readNBytes(LENGTH);
            return head.length < LENGTH
                    ? 0
                    : Integer.toUnsignedLong(
                            ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE));
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.CRASHED, "The file cannot be read: " + e);
        }
    }
}
