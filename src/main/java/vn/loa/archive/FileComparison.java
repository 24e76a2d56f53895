package vn.loa.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.loa.archive.ArchiveFiles.Found;
import vn.loa.common.Sha256;

/** Whether a file that a line names is a track of its product already. */
final class FileComparison {
    private FileComparison() {}

    /** By what was noted when it came in: without reading it. */
    static boolean isNoted(String product, Found found, KnownFiles.Of known) {
        return known.file(product, found.path())
                .filter(noted -> noted.track() != null && noted.mark().equals(found.mark()))
                .isPresent();
    }

    /**
     * Whether it is the track that an export of the portal has named by this path, byte by byte: it is read, unless it has another length. A track of
     * which the portal has no bytes yet is not compared, nor is one that is named without a file.
     *
     * @param found null when it is not in the archive
     */
    static boolean isNamed(
            String product, FileWish wish, @Nullable Found found, ArchiveFiles files, KnownFiles.Of known)
            throws IOException {
        var named = wish.track().flatMap(track -> known.master(product, track));
        if (named.isEmpty()) {
            return false;
        }
        var master = named.get();
        return found == null
                || master.sha256().isEmpty()
                || !found.swollen()
                        && found.length() == master.size()
                        && sum(files, found).equals(master.sha256());
    }

    private static String sum(ArchiveFiles files, Found found) throws IOException {
        var digest = Sha256.digest();
        try (var content = files.open(found);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
