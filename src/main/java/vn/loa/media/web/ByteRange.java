package vn.loa.media.web;

/**
 * A stretch of a file.
 *
 * @param first byte, from 0
 * @param last byte, not before the first
 */
record ByteRange(long first, long last) {
    ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("Not a range: " + first + "-" + last);
        }
    }

    long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} writes it. @param size of the whole file */
    String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
