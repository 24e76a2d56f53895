package vn.loa.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How much the list of its files takes of a ZIP archive, by what stands at its end (APPNOTE 4.3.14–16): looked at before it is read into memory. */
record ZipDirectory(long entries, long bytes) {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 20;
    private static final int END_64 = 56;
    private static final int SIGNATURE = 0x06054b50;
    private static final int SIGNATURE_LOCATOR = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;

    /** @throws ArchiveRefused when it has no end, as when a part of it is missing */
    static ZipDirectory of(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var size = channel.size();
            var length = (int) Math.min(size, END + LONGEST_COMMENT + LOCATOR);
            var tail = read(channel, size - length, length);
            for (var at = length - END; at >= 0; at--) {
                if (tail.getInt(at) == SIGNATURE) {
                    return at >= LOCATOR && tail.getInt(at - LOCATOR) == SIGNATURE_LOCATOR
                            ? large(channel, tail.getLong(at - LOCATOR + 8), size)
                            : new ZipDirectory(
                                    Short.toUnsignedLong(tail.getShort(at + 10)),
                                    Integer.toUnsignedLong(tail.getInt(at + 12)));
                }
            }
        }
        throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
    }

    private static ZipDirectory large(FileChannel channel, long at, long size) throws IOException {
        if (at < 0 || at > size - END_64) {
            throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
        }
        var end = read(channel, at, END_64);
        if (end.getInt(0) != SIGNATURE_64) {
            throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
        }
        return new ZipDirectory(end.getLong(32), end.getLong(40));
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Until all is here.
        }
        return bytes.flip();
    }
}
