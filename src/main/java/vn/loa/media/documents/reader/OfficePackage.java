package vn.loa.media.documents.reader;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** The archive that a newer office file is. Its parts are read one after the other. */
final class OfficePackage implements Closeable {
    private static final int MOST_ENTRIES = 20_000;

    /** Of all entries together, unpacked. */
    private static final long MOST_BYTES = 1L << 30;

    private final ZipFile archive;

    /** Of the file, in bytes. */
    private final long size;

    private long unpacked;

    private OfficePackage(ZipFile archive, long size) {
        this.archive = archive;
        this.size = size;
    }

    /** @throws DocumentRefused if it is no such archive, or would be unpacked to elsewhere */
    static OfficePackage open(Path file) throws IOException {
        try {
            var opened = new OfficePackage(new ZipFile(file.toFile()), Files.size(file));
            opened.requireSoundNames();
            return opened;
        } catch (ZipException | IllegalArgumentException broken) {
            // The second is thrown for names that are no text.
            throw new DocumentRefused(Refusal.BROKEN, "It is no sound archive: " + broken.getMessage());
        }
    }

    private void requireSoundNames() {
        if (archive.size() > MOST_ENTRIES) {
            throw new DocumentRefused(Refusal.TOO_COMPLEX, "It has " + archive.size() + " entries");
        }
        archive.stream()
                .map(ZipEntry::getName)
                .filter(name -> !staysInside(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new DocumentRefused(Refusal.UNSAFE_NAMES, "There is an entry " + name);
                });
    }

    private static boolean staysInside(String name) {
        var path = name.replace('\\', '/');
        return !path.startsWith("/")
                && !path.matches("[A-Za-z]:.*")
                && !("/" + path + "/").contains("/../")
                && path.chars().noneMatch(Character::isISOControl);
    }

    Enumeration<? extends ZipEntry> entries() {
        return archive.entries();
    }

    /** Reads one entry. What the act leaves unread is not unpacked. */
    void unpack(ZipEntry entry, Act act) throws IOException {
        try (var content = new Unpacking(entry, archive.getInputStream(entry))) {
            act.read(content);
            unpacked += content.unpacked();
        } catch (ZipException e) {
            var refusal = String.valueOf(e.getMessage()).contains("encrypted") ? Refusal.ENCRYPTED : Refusal.BROKEN;
            throw new DocumentRefused(refusal, entry.getName() + ": " + e.getMessage());
        } catch (java.io.EOFException e) {
            throw new DocumentRefused(Refusal.BROKEN, entry.getName() + " ends early");
        }
        if (unpacked > MOST_BYTES || Swelling.isHundredfold(size, unpacked)) {
            throw new DocumentRefused(Refusal.SWELLS, "It becomes more than " + unpacked + " bytes");
        }
    }

    /** What is done with the content of an entry. */
    @FunctionalInterface
    interface Act {
        void read(Unpacking content) throws IOException;
    }

    boolean has(String name) {
        return archive.getEntry(name) != null;
    }

    /** Reads a part from its root element, if there is such a part. */
    void read(String name, Consumer<XmlPart> reader) throws IOException {
        var entry = archive.getEntry(name);
        if (entry != null) {
            unpack(entry, content -> {
                var part = new XmlPart(name, content);
                part.begin();
                reader.accept(part);
            });
        }
    }

    /** A short text, such as a type. */
    Optional<String> line(String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        unpack(entry, content -> line.append(new String(content.readNBytes(200), StandardCharsets.US_ASCII)));
        return Optional.of(line.toString().strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
