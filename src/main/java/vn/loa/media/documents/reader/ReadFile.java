package vn.loa.media.documents.reader;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.loa.media.CompoundFile;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** The process: reads the file that its argument names, and says what it found. Without an argument it only ends well. */
public final class ReadFile {
    private static final int HEAD = 8;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    private ReadFile() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            return;
        }
        try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            say(Path.of(arguments[0]), new Telling(out));
        }
    }

    /** Whatever is wrong with the file is said, too. @throws IOException if it cannot be read for a reason of ours */
    static void say(Path file, Telling telling) throws IOException {
        try {
            read(file, telling);
            telling.end();
        } catch (DocumentRefused refused) {
            telling.refuse(refused.refusal(), refused.detail());
        } catch (OutOfMemoryError large) {
            telling.refuse(Refusal.TOO_COMPLEX, "It takes too much memory");
        } catch (RuntimeException unforeseen) {
            // Whatever no library foresaw would be the same at each attempt.
            telling.refuse(Refusal.BROKEN, unforeseen.toString());
        } catch (StackOverflowError deep) {
            telling.refuse(Refusal.TOO_COMPLEX, "It is nested too deeply");
        }
    }

    private static void read(Path file, Telling telling) throws IOException {
        byte[] head;
        try (var content = Files.newInputStream(file)) {
            head = content.readNBytes(HEAD);
        }
        if (begins(head, PDF)) {
            PdfReading.read(file, telling);
        } else if (begins(head, ZIP)) {
            OfficeReading.read(file, telling);
        } else if (begins(head, COMPOUND)) {
            throw CompoundFile.isEncryptedPackage(file)
                    ? new DocumentRefused(Refusal.ENCRYPTED, "An office file with a password")
                    : new DocumentRefused(Refusal.OLD_FORMAT, "An office file of the binary kind");
        } else {
            throw new DocumentRefused(Refusal.BROKEN, "It begins like no document");
        }
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }
}
