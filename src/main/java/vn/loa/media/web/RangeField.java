package vn.loa.media.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Range} field of a request. Never fails, whatever the field holds. */
final class RangeField {
    private static final Pattern UNIT = Pattern.compile("[ \\t]*bytes[ \\t]*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("[ \\t]*(\\d*)-(\\d*)[ \\t]*");
    private static final Pattern NOTHING = Pattern.compile("[ \\t]*");

    /** Space between two stretches that is cheaper to send than the head of another part. */
    private static final long GAP = 128;

    private RangeField() {}

    /**
     * @param field its value; null when there is none
     * @param size of the file
     */
    static RangeRequest parse(@Nullable String field, long size) {
        if (field == null) {
            return new RangeRequest.Whole();
        }
        var unit = UNIT.matcher(field);
        if (!unit.lookingAt()) {
            return new RangeRequest.Whole();
        }
        var within = new ArrayList<ByteRange>();
        var asked = 0;
        for (var one : field.substring(unit.end()).split(",")) {
            if (NOTHING.matcher(one).matches()) {
                continue;
            }
            var match = ONE.matcher(one);
            if (!match.matches() || !isRange(match.group(1), match.group(2))) {
                return new RangeRequest.Whole();
            }
            asked++;
            var range = range(match.group(1), match.group(2), size);
            if (range != null) {
                within.add(range);
            }
        }
        if (asked == 0) {
            return new RangeRequest.Whole();
        }
        var joined = join(within);
        return joined.isEmpty() || joined.size() > RangeRequest.MOST_PARTS
                ? new RangeRequest.Unsatisfiable()
                : new RangeRequest.Parts(joined);
    }

    private static boolean isRange(String first, String last) {
        return first.isEmpty() ? !last.isEmpty() : last.isEmpty() || !isLess(last, first);
    }

    /** Compares two numbers that may both be beyond a long. */
    private static boolean isLess(String one, String other) {
        var a = one.replaceFirst("^0+", "");
        var b = other.replaceFirst("^0+", "");
        return a.length() != b.length() ? a.length() < b.length() : a.compareTo(b) < 0;
    }

    /** What of it is in the file; null when nothing is. */
    private static @Nullable ByteRange range(String first, String last, long size) {
        if (first.isEmpty()) {
            var length = Math.min(number(last), size);
            return length == 0 ? null : new ByteRange(size - length, size - 1);
        }
        var from = number(first);
        var to = last.isEmpty() ? size - 1 : Math.min(number(last), size - 1);
        return from < size ? new ByteRange(from, to) : null;
    }

    /** Numbers beyond a long are as good as the largest one: no file is so large. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException beyond) {
            return Long.MAX_VALUE;
        }
    }

    /** Joins what overlaps or nearly touches; keeps the order asked for when nothing does. */
    private static List<ByteRange> join(List<ByteRange> asked) {
        var sorted = new ArrayList<>(asked);
        sorted.sort(Comparator.comparingLong(ByteRange::first));
        var joined = new ArrayList<ByteRange>();
        for (var range : sorted) {
            var before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && range.first() - before.last() <= GAP) {
                joined.set(joined.size() - 1, new ByteRange(before.first(), Math.max(before.last(), range.last())));
            } else {
                joined.add(range);
            }
        }
        return joined.size() == asked.size() ? List.copyOf(asked) : List.copyOf(joined);
    }
}
