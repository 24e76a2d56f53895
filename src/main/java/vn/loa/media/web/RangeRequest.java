package vn.loa.media.web;

import java.util.List;

/** What the {@code Range} field of a request asks for, by RFC 9110, chapter 14. */
sealed interface RangeRequest {
    /** More stretches than any player asks for at once; who asks for more after joining neighbours gets none. */
    int MOST_PARTS = 16;

    /** Nothing that must be heeded: no field, another unit, or a field that is no range. The whole file is the answer. */
    record Whole() implements RangeRequest {}

    /** Nothing of it is in the file, or far too many stretches are asked for: 416. */
    record Unsatisfiable() implements RangeRequest {}

    /**
     * These stretches of the file.
     *
     * @param ranges one to {@value #MOST_PARTS}, within the file, without overlaps, in the order asked for
     */
    record Parts(List<ByteRange> ranges) implements RangeRequest {}
}
