package vn.loa.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Tells documents of old office programs from what else lies in compound files, such as installers ([MS-CFB]). Only the names of the streams are read, one
 * sector at a time.
 */
public final class CompoundFile {
    /** Word, Excel since 97 and before, PowerPoint. */
    private static final Set<String> DOCUMENTS = Set.of("WordDocument", "Workbook", "Book", "PowerPoint Document");

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT = 30;
    private static final int FIRST_DIRECTORY = 48;
    private static final int FIRST_FURTHER_LIST = 68;
    private static final int LIST = 76;
    private static final int LISTED = 109;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;
    private static final int LAST_SECTOR = 0xfffffffa;

    /** A directory of more sectors, or a list, is none that an office program wrote. */
    private static final int MOST_STEPS = 4_096;

    private final FileChannel content;
    private final ByteBuffer header;
    private final int sector;

    private CompoundFile(FileChannel content) throws IOException {
        this.content = content;
        this.header = read(0, HEADER);
        var shift = header.getShort(SECTOR_SHIFT);
        if (shift != 9 && shift != 12) {
            throw new EOFException("Sectors are of 512 or 4,096 bytes");
        }
        this.sector = 1 << shift;
    }

    /** Whether a file holds what Word, Excel or PowerPoint write, a file with a password included. What is broken does not. */
    static boolean isDocument(Path file) throws IOException {
        return holds(file, DOCUMENTS) || isEncryptedPackage(file);
    }

    /** Whether a file is a document of a newer office program that can be opened with a password only ([MS-OFFCRYPTO] 2.3.4.4). */
    public static boolean isEncryptedPackage(Path file) throws IOException {
        return holds(file, Set.of("EncryptedPackage"));
    }

    private static boolean holds(Path file, Set<String> streams) throws IOException {
        try (var content = FileChannel.open(file, StandardOpenOption.READ)) {
            return new CompoundFile(content).holds(streams);
        } catch (EOFException broken) {
            return false;
        }
    }

    private boolean holds(Set<String> streams) throws IOException {
        var at = header.getInt(FIRST_DIRECTORY);
        for (var step = 0; isSector(at) && step < MOST_STEPS; step++) {
            var entries = read(place(at), sector);
            for (var entry = 0; entry < sector; entry += ENTRY) {
                if (streams.contains(name(entries, entry))) {
                    return true;
                }
            }
            at = after(at);
        }
        return false;
    }

    /** In UTF-16 with a zero at the end, which the length counts. */
    private static String name(ByteBuffer entries, int entry) {
        var length = entries.getShort(entry + NAME_LENGTH) - 2;
        return length <= 0 || length > NAME_LENGTH - 2
                ? ""
                : new String(entries.array(), entry, length, StandardCharsets.UTF_16LE);
    }

    /** The sector that follows another in its chain. */
    private int after(int number) throws IOException {
        var perSector = sector / Integer.BYTES;
        return read(place(tableSector(number / perSector)) + (long) number % perSector * Integer.BYTES, Integer.BYTES)
                .getInt(0);
    }

    /** Where a part of the table of chains is: the first are listed in the header, the others in sectors that form a chain themselves. */
    private int tableSector(int part) throws IOException {
        if (part < LISTED) {
            return header.getInt(LIST + part * Integer.BYTES);
        }
        var perSector = sector / Integer.BYTES - 1;
        var list = header.getInt(FIRST_FURTHER_LIST);
        for (var before = (part - LISTED) / perSector; before > 0; before--) {
            if (before > MOST_STEPS) {
                throw new EOFException("The list of the table is too long");
            }
            list = read(place(list) + (long) perSector * Integer.BYTES, Integer.BYTES)
                    .getInt(0);
        }
        return read(place(list) + (long) (part - LISTED) % perSector * Integer.BYTES, Integer.BYTES)
                .getInt(0);
    }

    private static boolean isSector(int number) {
        return Integer.compareUnsigned(number, LAST_SECTOR) <= 0;
    }

    private long place(int number) throws IOException {
        if (!isSector(number)) {
            throw new EOFException("There is no such sector");
        }
        return (Integer.toUnsignedLong(number) + 1) * sector;
    }

    private ByteBuffer read(long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (content.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("The file ends within a sector");
            }
        }
        return bytes;
    }
}
