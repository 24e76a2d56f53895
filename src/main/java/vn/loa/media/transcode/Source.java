package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;

/**
 * A foreign file on the local disk. Its name never reaches a program that reads it.
 *
 * @param format told from its first bytes; decides how it is read, whatever else it might be
 */
public record Source(Path file, FileFormat format) {
    /**
     * In bytes.
     *
     * @throws TranscodingFailed if nobody can tell
     */
    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.CRASHED, "The source cannot be read: " + e);
        }
    }
}
