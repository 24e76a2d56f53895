package vn.loa.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

/** The files that a sheet names, in an archive or a folder. For one thread; close it. */
interface ArchiveFiles extends Closeable {
    /**
     * A file.
     *
     * @param path within, parted by slashes, in NFC
     * @param mark tells its bytes from others without reading them
     * @param swollen whether it is packed so tightly that it can only be meant to fill the disk
     */
    record Found(String path, long length, String mark, boolean swollen) {}

    /** The file of this path; empty when there is none. @param path as a sheet has it */
    Optional<Found> find(String path);

    /** The bytes of a file that was found; close it. No more come than its length. */
    InputStream open(Found file) throws IOException;

    /** Of all of its files, the sheet included; none where there are no files. */
    Collection<String> paths();

    /** The one sheet. @throws ArchiveRefused when there is none, or more than one */
    Found sheet();

    /** Whether some names were written in a way that loses letters. */
    boolean hasDoubtfulNames();
}
