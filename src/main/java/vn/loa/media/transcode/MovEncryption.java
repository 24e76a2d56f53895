package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Whether streams of an MP4 file are protected by ISO/IEC 23001-7 (Common Encryption). ffprobe does not say so: it calls them by the codec that is
 * under the protection, and only noise comes of it.
 */
final class MovEncryption {
    /** A SchemeTypeBox: its name, version and flags, and one of the schemes. */
    private static final Pattern SCHEME =
            Pattern.compile("schm\\x00\\x00\\x00.(?:cenc|cbc1|cens|cbcs)", Pattern.DOTALL);

    /** Where films have their index; a longer one belongs to no film of a length that is taken in. */
    private static final int MOST_INDEX = 8 << 20;

    /**
     * Before the index of a film stand a handful; one that is cut into fragments has thousands, but after it. No program looks over this walk, so it
     * must end: a file may consist of nothing but empty boxes.
     */
    private static final int MOST_BOXES = 4096;

    private static final int HEADER = 8;

    private MovEncryption() {}

    static boolean isIn(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            return isIn(channel);
        } catch (ClosedByInterruptException e) {
            throw new TranscodingFailed(Failure.Reason.INTERRUPTED, "The source was being read: " + e);
        } catch (IOException e) {
            throw new TranscodingFailed(Failure.Reason.CRASHED, "The source cannot be read: " + e);
        }
    }

    static boolean isIn(SeekableByteChannel channel) throws IOException {
        var size = channel.size();
        var header = ByteBuffer.allocate(2 * HEADER);
        var position = 0L;
        for (var boxes = 0; boxes < MOST_BOXES && position + HEADER <= size; boxes++) {
            header.clear();
            channel.position(position).read(header);
            header.flip();
            if (header.remaining() < HEADER) {
                return false;
            }
            var length = Integer.toUnsignedLong(header.getInt(0));
            var isIndex = header.getInt(4) == 0x6d6f6f76; // moov
            if (length == 1 && header.remaining() >= 2 * HEADER) {
                length = header.getLong(HEADER);
            }
            if (isIndex) {
                return isIn(channel, position, Math.min(length == 0 ? size : length, MOST_INDEX));
            }
            if (length < HEADER || length > size - position) {
                return false;
            }
            position += length;
        }
        return false;
    }

    private static boolean isIn(SeekableByteChannel channel, long position, long length) throws IOException {
        var size = (int) Math.max(0, Math.min(length, channel.size() - position));
        var index = ByteBuffer.allocate(size);
        channel.position(position);
        while (index.hasRemaining() && channel.read(index) >= 0) {
            // Reads on until all is there.
        }
        return SCHEME.matcher(new String(index.array(), StandardCharsets.ISO_8859_1))
                .find();
    }
}
