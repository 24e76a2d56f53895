package vn.loa.plans.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes blocks readable: letters in NFC, spaces of every kind as one, without soft hyphens, what cannot be seen, the marks of Markdown and
 * the few tags that converters leave. Linear; nothing is lost of where a letter stands.
 */
final class ReadableLines {
    /** Vietnamese needs two. */
    private static final int MOST_MARKS = 8;

    /** As many spaces as nobody types between two words of a sentence: another column. */
    private static final int COLUMN = 3;

    /** A sign that Markdown would read is written with this before it. */
    private static final char ESCAPE = '\\';

    private static final int LONGEST_TAG = 7;

    private final List<Line> lines = new ArrayList<>();

    private ReadableLines() {}

    static List<Line> of(List<IntakeBlock> blocks) {
        var all = new ReadableLines();
        for (var i = 0; i < blocks.size(); i++) {
            all.read(blocks.get(i), i);
        }
        return all.lines;
    }

    private void read(IntakeBlock block, int index) {
        var text = block.text();
        for (var from = 0; from <= text.length(); ) {
            var to = from;
            while (to < text.length() && !endsLine(text.charAt(to))) {
                to++;
            }
            readLine(block, index, from, to);
            from = to + 1;
        }
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void readLine(IntakeBlock block, int index, int from, int to) {
        var text = block.text();
        var begin = from;
        while (begin < to && (isSpace(text.charAt(begin)) || text.charAt(begin) == '#')) {
            begin++;
        }
        var marked = text.substring(from, begin).indexOf('#') >= 0;
        var line = readable(text, index, begin, to);
        if (!isRule(line.text())) {
            lines.add(new Line(
                    line,
                    block.kind(),
                    marked || block.kind() == IntakeBlock.Kind.HEADING,
                    block.bold() || isBold(text, begin, to),
                    block.centred(),
                    block.page()));
        }
    }

    private static Passage readable(String text, int block, int from, int to) {
        var line = new Passage.Builder();
        for (var at = from; at < to; ) {
            var c = text.charAt(at);
            var end = at + 1;
            if (isSpace(c)) {
                while (end < to && (isSpace(text.charAt(end)) || isUnseen(text.charAt(end)))) {
                    end++;
                }
                line.addGap(isColumn(text, at, end) ? '\t' : ' ', block, at);
            } else if (c == '<' && tagEnd(text, at, to) > 0) {
                end = tagEnd(text, at, to);
            } else if (c == ESCAPE && end < to && isSign(text.charAt(end))) {
                line.add(text.charAt(end), block, at, end + 1);
                end++;
            } else if (c != '*' && !isUnseen(c)) {
                while (end < to && isMark(text.charAt(end))) {
                    end++;
                }
                addLetter(line, text, block, at, end);
            }
            at = end;
        }
        var all = line.build();
        return all.part(0, all.length());
    }

    private static void addLetter(Passage.Builder line, String text, int block, int at, int end) {
        if (end == at + 1) {
            line.add(text.charAt(at), block, at, end);
            return;
        }
        var cluster = text.substring(at, Math.min(end, at + 1 + MOST_MARKS));
        var letter = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        for (var i = 0; i < letter.length(); i++) {
            line.add(letter.charAt(i), block, at, end);
        }
    }

    private static boolean isMark(char c) {
        return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || Character.isSpaceChar(c);
    }

    /** Soft hyphens, joiners, marks of direction and order, controls. */
    private static boolean isUnseen(char c) {
        return c == '\u00ad' || Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && c != '\t';
    }

    private static boolean isSign(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }

    private static boolean isColumn(String text, int from, int to) {
        return to - from >= COLUMN || text.substring(from, to).indexOf('\t') >= 0;
    }

    /** Behind a tag without attributes, or 0 when here is none. */
    private static int tagEnd(String text, int at, int to) {
        var end = at + 1;
        while (end < to
                && end < at + LONGEST_TAG
                && (Letters.fold(text.charAt(end)) >= 'a' || text.charAt(end) == '/')) {
            end++;
        }
        return end > at + 1 && end < to && text.charAt(end) == '>' ? end + 1 : 0;
    }

    /** A line drawn with signs, or nothing at all. */
    private static boolean isRule(String line) {
        return line.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isBold(String text, int from, int to) {
        var last = to;
        while (last > from && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last - from > 4 && text.startsWith("**", from) && text.startsWith("**", last - 2);
    }
}
