package vn.loa.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Gives files second names, under which nothing is copied, and tells which have one. */
public final class SecondName {
    private SecondName() {}

    /**
     * Gives a file a second name, where it can get one: not on another file system, nor on one that has no links.
     *
     * @return whether it has that name now
     * @throws NoSuchFileException when there is no such file
     */
    static boolean give(Path file, Path name) throws NoSuchFileException {
        try {
            Files.createLink(name, file);
            return true;
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException | UnsupportedOperationException cannot) {
            return false;
        }
    }

    /** Whether a file that is there has another name. */
    public static boolean isOf(Path file) throws IOException {
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink") > 1;
        } catch (UnsupportedOperationException | NoSuchFileException cannot) {
            return false;
        }
    }
}
