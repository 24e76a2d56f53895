package vn.loa.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Walks the list of the files of a ZIP archive (APPNOTE 4.3.12–16) before anything reads it into memory. What an archive says about the size of its list is not believed: it is counted, and an archive that lies is
 * refused.
 */
final class ZipDirectory {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 20;
    private static final int END_64 = 56;
    private static final int HEADER = 46;
    private static final int SIGNATURE = 0x06054b50;
    private static final int SIGNATURE_LOCATOR = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int SIGNATURE_HEADER = 0x02014b50;
    private static final int WINDOW = 1 << 16;

    private ZipDirectory() {}

    /** What the end of an archive says. @param at where the list begins @param end where it ends */
    private record Said(long entries, long bytes, long at, long end) {}

    /**
     * @param mostEntries so many files may be in it
     * @param mostBytes so long may the list be
     * @throws ArchiveRefused when there are more, when it has no end, as when a part of it is missing, or when the list is another than it says
     */
    static void check(Path file, long mostEntries, long mostBytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var said = said(channel);
            if (said.entries() > mostEntries || said.bytes() > mostBytes || said.bytes() < 0) {
                throw new ArchiveRefused(Problem.TOO_MANY_FILES, String.valueOf(mostEntries));
            }
            // Readers look for the list before its end where it is not at the place that is said.
            if (said.at() < 0 || said.at() != said.end() - said.bytes()) {
                throw unreadable();
            }
            var at = said.at();
            var entries = 0L;
            var window = new Window(channel);
            // As readers do that believe the headers alone: as long as another one comes.
            while (at + HEADER <= said.end() && window.number(at, 4) == SIGNATURE_HEADER) {
                at += HEADER + window.number(at + 28, 2) + window.number(at + 30, 2) + window.number(at + 32, 2);
                entries++;
                if (entries > mostEntries || at - said.at() > mostBytes) {
                    throw new ArchiveRefused(Problem.TOO_MANY_FILES, String.valueOf(mostEntries));
                }
            }
            if (entries != said.entries() || at - said.at() != said.bytes()) {
                throw unreadable();
            }
        }
    }

    private static Said said(FileChannel channel) throws IOException {
        var size = channel.size();
        var length = (int) Math.min(size, END + LONGEST_COMMENT + LOCATOR);
        var tail = read(channel, size - length, length);
        for (var at = length - END; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                if (at >= LOCATOR && tail.getInt(at - LOCATOR) == SIGNATURE_LOCATOR) {
                    return large(channel, tail.getLong(at - LOCATOR + 8), size);
                }
                return new Said(
                        Short.toUnsignedLong(tail.getShort(at + 10)),
                        Integer.toUnsignedLong(tail.getInt(at + 12)),
                        Integer.toUnsignedLong(tail.getInt(at + 16)),
                        size - length + at);
            }
        }
        throw unreadable();
    }

    private static Said large(FileChannel channel, long at, long size) throws IOException {
        if (at < 0 || at > size - END_64) {
            throw unreadable();
        }
        var end = read(channel, at, END_64);
        if (end.getInt(0) != SIGNATURE_64) {
            throw unreadable();
        }
        return new Said(end.getLong(32), end.getLong(40), end.getLong(48), at);
    }

    private static ArchiveRefused unreadable() {
        return new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Until all is here.
        }
        return bytes.flip();
    }

    /** A piece of the file, further along as it is read. */
    private static final class Window {
        private final FileChannel channel;
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private long from;

        Window(FileChannel channel) {
            this.channel = channel;
        }

        /** Of two or four bytes; of two without a sign. */
        int number(long at, int length) throws IOException {
            if (at < from || at + length > from + bytes.limit()) {
                bytes = read(channel, at, WINDOW);
                from = at;
                if (bytes.limit() < length) {
                    throw unreadable();
                }
            }
            var place = (int) (at - from);
            return length == 2 ? Short.toUnsignedInt(bytes.getShort(place)) : bytes.getInt(place);
        }
    }
}
