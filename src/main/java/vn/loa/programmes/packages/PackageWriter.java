package vn.loa.programmes.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import vn.loa.common.Sha256;
import vn.loa.programmes.packages.PackageContent.Item;

/**
 * Writes a package: a ZIP archive whose entries are stored as they are, since sounds do not become smaller, with their sizes before them, and with 64 bits where those
 * are needed. Entries stand in the order of the list of files and then in that in which they are played, and bear times in that order, for players that go by either. Memory does not grow with it.
 */
final class PackageWriter {
    private static final int PIECE = 1 << 16;
    private static final int WHOLE = 100;

    /** What an archive can tell times apart by. */
    private static final int STEP_SECONDS = 2;

    private final PackageContent content;
    private final ZipArchiveOutputStream zip;
    private final IntConsumer percent;
    private final Checksums checksums = new Checksums();
    private final byte[] piece = new byte[PIECE];
    private final long whole;
    private LocalDateTime next;
    private long written;

    /** Where the bytes of sounds come from. */
    @FunctionalInterface
    interface Sounds {
        /** Close it. @param sha256 of the bytes */
        InputStream open(String sha256) throws IOException;
    }

    private PackageWriter(PackageContent content, ZipArchiveOutputStream zip, IntConsumer percent) {
        this.content = content;
        this.zip = zip;
        this.percent = percent;
        this.whole = Math.max(1, content.soundBytes());
        this.next = content.from().atStartOfDay();
    }

    /**
     * @param file where nothing is yet
     * @param percent is told again and again how much of the sounds is written
     * @throws IOException also when a sound is not what it should be
     */
    static void write(PackageContent content, SigningKey key, Sounds sounds, Path file, IntConsumer percent)
            throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var zip = new ZipArchiveOutputStream(channel)) {
            zip.setEncoding(StandardCharsets.UTF_8.name());
            zip.setUseZip64(Zip64Mode.AsNeeded);
            new PackageWriter(content, zip, percent).write(key, sounds);
            zip.finish();
        }
    }

    private void write(SigningKey key, Sounds sounds) throws IOException {
        for (var file : PackageFiles.of(content).entrySet()) {
            add(file.getKey(), file.getValue());
        }
        for (var item : content.items().toList()) {
            if (item.included()) {
                add(item, sounds);
            } else {
                checksums.add(item.path(), item.sound().sha256());
            }
        }
        add(PackageFiles.key(key.id()), key.pem().getBytes(StandardCharsets.UTF_8));
        var sums = checksums.toString().getBytes(StandardCharsets.UTF_8);
        add(PackageFiles.CHECKSUMS, sums);
        add(PackageFiles.SIGNATURE, key.sign(sums));
    }

    private void add(String path, byte[] bytes) throws IOException {
        begin(path, bytes.length);
        zip.write(bytes);
        zip.closeArchiveEntry();
        checksums.add(path, Sha256.hex(bytes));
    }

    private void add(Item item, Sounds sounds) throws IOException {
        var sound = item.sound();
        begin(item.path(), sound.bytes());
        var digest = Sha256.digest();
        var before = written;
        try (var bytes = sounds.open(sound.sha256())) {
            copy(bytes, new DigestOutputStream(zip, digest));
        }
        zip.closeArchiveEntry();
        var sha256 = HexFormat.of().formatHex(digest.digest());
        if (written - before != sound.bytes() || !sha256.equals(sound.sha256())) {
            throw new IOException("The file of " + item.path() + " is not what it should be: " + sound.sha256());
        }
        checksums.add(item.path(), sha256);
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        for (var n = from.read(piece); n >= 0; n = from.read(piece)) {
            to.write(piece, 0, n);
            written += n;
            percent.accept((int) (written * WHOLE / whole));
        }
    }

    private void begin(String path, long size) throws IOException {
        var entry = new ZipArchiveEntry(content.name() + "/" + path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setTimeLocal(next);
        next = next.plusSeconds(STEP_SECONDS);
        zip.putArchiveEntry(entry);
    }
}
