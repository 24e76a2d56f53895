package vn.loa.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files are kept and how large they may be.
 *
 * @param folder for media below the data folder (setting {@code loa.data})
 * @param mostBytes of one file (setting {@code loa.media.max.bytes})
 */
public record MediaStorage(Path folder, long mostBytes) {
    /** @throws IllegalStateException with a sentence for the operator when the folder cannot be used */
    public MediaStorage {
        if (mostBytes <= 0) {
            throw new IllegalStateException("The setting loa.media.max.bytes must be greater than 0, not " + mostBytes);
        }
        try {
            DurableFolder.make(folder);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data folder cannot be used: " + folder + " is not a folder and cannot be made", e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalStateException("The data folder cannot be used: no files may be written in " + folder);
        }
    }
}
