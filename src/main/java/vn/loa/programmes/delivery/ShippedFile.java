package vn.loa.programmes.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.loa.common.Sha256;

/**
 * A file that is sent.
 *
 * @param path from the root of what the target keeps, of letters, digits, hyphens, dots and slashes
 * @param lasting whether it is called by what is in it, so that it is sent once and never again
 * @param content may be opened again and again
 */
record ShippedFile(String path, String type, long bytes, String sha256, boolean lasting, Opening content) {
    /** Where its bytes come from. */
    @FunctionalInterface
    interface Opening {
        /** Close it. */
        InputStream open() throws IOException;
    }

    static ShippedFile of(String path, String type, byte[] bytes) {
        return new ShippedFile(
                path, type, bytes.length, Sha256.hex(bytes), false, () -> new ByteArrayInputStream(bytes));
    }

    /** Its last segment. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The segments before that; empty when there are none. */
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
