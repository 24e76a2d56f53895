package vn.loa.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the programs of PostgreSQL once per build. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}.
     *
     * @throws StartRefused if there is no room for them
     */
    static Path home(Parts parts) {
        Path jar = parts.postgres();
        Path work = parts.work();
        // A folder that is there is complete, because it gets its name last.
        Path home = work.resolve(jar.getFileName().toString().replaceAll("\\.jar$", ""));
        if (Files.isDirectory(home)) {
            return home;
        }
        Path partial = work.resolve("postgres.partial");
        try {
            Folders.delete(partial);
            Files.createDirectories(partial);
            extract(jar, partial);
            return Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot be unpacked to " + work + ": " + e.getMessage() + ".", e);
        }
    }

    private static void extract(Path jar, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(new BufferedInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    extractTar(new TarArchiveInputStream(new XZInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new IOException("No archive in " + jar);
    }

    private static void extractTar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("Entry outside the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
