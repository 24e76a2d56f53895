package vn.loa.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells documents of office programs from other ZIP archives, such as programs for phones. Only the directory of the archive is read and the first bytes
 * of one entry. Whether such a document is harmless, the process tells that reads it.
 */
final class OfficeArchive {
    /** ECMA-376, part 2: every package names the types of its parts there. */
    private static final String OFFICE_OPEN_XML = "[Content_Types].xml";

    /** OpenDocument 1.3, part 2, 3.3. */
    private static final String OPEN_DOCUMENT = "mimetype";

    private static final String OPEN_DOCUMENT_TYPE = "application/vnd.oasis.opendocument.";

    /** Of the directory, which is held in memory: room for tens of thousands of entries. */
    private static final int MOST_DIRECTORY = 4 << 20;

    /** APPNOTE 4.3.16: the record at the end, and the longest comment after it. */
    private static final int END_RECORD = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xffff;

    private OfficeArchive() {}

    /** Whether the file is such a document. */
    static boolean isDocument(Path file) throws IOException {
        if (!isDirectorySmall(file)) {
            return false;
        }
        try (var archive = new ZipFile(file.toFile())) {
            return isKnown(archive);
        } catch (ZipException | IllegalArgumentException broken) {
            // The second is thrown for names that are no text.
            return false;
        }
    }

    private static boolean isKnown(ZipFile archive) throws IOException {
        if (archive.getEntry(OFFICE_OPEN_XML) != null) {
            return true;
        }
        var type = archive.getEntry(OPEN_DOCUMENT);
        if (type == null) {
            return false;
        }
        try (var content = archive.getInputStream(type)) {
            var beginning = content.readNBytes(OPEN_DOCUMENT_TYPE.length());
            return new String(beginning, StandardCharsets.US_ASCII).equals(OPEN_DOCUMENT_TYPE);
        }
    }

    /** A directory of gigabytes would be read whole. */
    private static boolean isDirectorySmall(Path file) throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(content.length(), END_RECORD + LONGEST_COMMENT)];
            content.seek(content.length() - end.length);
            content.readFully(end);
            for (var at = end.length - END_RECORD; at >= 0; at--) {
                if (number(end, at) == END_SIGNATURE) {
                    var size = Integer.toUnsignedLong(number(end, at + 12));
                    return size <= MOST_DIRECTORY;
                }
            }
            return false;
        }
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
