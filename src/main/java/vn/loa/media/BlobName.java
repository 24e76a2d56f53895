package vn.loa.media;

import java.util.regex.Pattern;

/** How blobs are named, and where a name stands in every store: moving from one to the other is plain copying. */
final class BlobName {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private BlobName() {}

    /** Whether a text is the name of a blob: 64 lower-case hexadecimal digits. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** @throws IllegalArgumentException for a place in the sorted names that is neither a name nor before all of them */
    static void requirePlace(String after) {
        if (!after.isEmpty() && !isName(after)) {
            throw new IllegalArgumentException("Not the name of a blob: " + after);
        }
    }

    /** {@code ab/cd/abcd…}; sorts as the names do. */
    static String path(String name) {
        return name.substring(0, 2) + '/' + name.substring(2, 4) + '/' + name;
    }
}
