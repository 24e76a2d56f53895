package vn.loa.plans.intake;

import java.util.Arrays;
import java.util.List;

/**
 * Readable text whose every char knows where it comes from. {@link #text} is in NFC with single spaces (a tab where columns part);
 * {@link #folded} is the same, char by char, as {@link Letters} compares.
 */
final class Passage {
    private final String text;
    private final String folded;
    private final int[] blocks;
    private final int[] starts;
    private final int[] ends;

    private Passage(String text, int[] blocks, int[] starts, int[] ends) {
        this.text = text;
        this.folded = Letters.fold(text);
        this.blocks = blocks;
        this.starts = starts;
        this.ends = ends;
    }

    /** All in one, a space between two, but none behind a hyphen that ties words together. Linear. */
    static Passage joined(List<Passage> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var all = new Builder();
        for (var part : parts) {
            if (!all.isEmpty() && !part.text.isEmpty() && !all.endsTied()) {
                all.addSpace();
            }
            all.addAll(part);
        }
        return all.build();
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** On one line, without spaces around. */
    String plain(int from, int to) {
        return Letters.plain(text.substring(from, to));
    }

    String plain() {
        return Letters.plain(text);
    }

    /** @param to after from */
    Place place(int from, int to) {
        return new Place(blocks[from], starts[from], blocks[to - 1], ends[to - 1]);
    }

    Place place() {
        return place(0, length());
    }

    /** Without the spaces around it. */
    Passage part(int from, int to) {
        var first = from;
        var last = to;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (first == 0 && last == length()) {
            return this;
        }
        return new Passage(
                text.substring(first, last),
                Arrays.copyOfRange(blocks, first, last),
                Arrays.copyOfRange(starts, first, last),
                Arrays.copyOfRange(ends, first, last));
    }

    /** Grows by chars with their places. */
    static final class Builder {
        private static final int USUAL = 128;

        private final StringBuilder text = new StringBuilder(USUAL);
        private int[] blocks = new int[USUAL];
        private int[] starts = new int[USUAL];
        private int[] ends = new int[USUAL];

        boolean isEmpty() {
            return text.isEmpty();
        }

        void add(char c, int block, int start, int end) {
            var at = text.length();
            if (at == blocks.length) {
                blocks = Arrays.copyOf(blocks, at * 2);
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            text.append(c);
            blocks[at] = block;
            starts[at] = start;
            ends[at] = end;
        }

        /** One space, or a tab that takes its place; none at the beginning. */
        void addGap(char gap, int block, int at) {
            if (text.isEmpty()) {
                return;
            }
            var last = text.length() - 1;
            if (!Character.isWhitespace(text.charAt(last))) {
                add(gap, block, at, at + 1);
            } else if (gap == '\t') {
                text.setCharAt(last, gap);
            }
        }

        /** What is behind the last char of what stands before. */
        private void addSpace() {
            var last = text.length() - 1;
            add(' ', blocks[last], ends[last], ends[last]);
        }

        private boolean endsTied() {
            var last = text.length() - 1;
            return last > 0 && text.charAt(last) == '-' && Character.isLetterOrDigit(text.charAt(last - 1));
        }

        void addAll(Passage part) {
            for (var i = 0; i < part.length(); i++) {
                add(part.text.charAt(i), part.blocks[i], part.starts[i], part.ends[i]);
            }
        }

        Passage build() {
            var length = text.length();
            return new Passage(
                    text.toString(),
                    Arrays.copyOf(blocks, length),
                    Arrays.copyOf(starts, length),
                    Arrays.copyOf(ends, length));
        }
    }
}
