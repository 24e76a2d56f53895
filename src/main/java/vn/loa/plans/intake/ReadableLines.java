package vn.loa.plans.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes blocks readable: letters in NFC, spaces of every kind as one, without soft hyphens and what cannot be seen, and with Đ where a letter of another
 * language stands that only looks like it. Of a text without any layout the marks of Markdown and the few tags that converters leave are no words; in a
 * document somebody has typed them. Linear; nothing is lost of where a letter stands.
 */
final class ReadableLines {
    /** Vietnamese needs two. */
    private static final int MOST_MARKS = 8;

    /** As many spaces as nobody types between two words of a sentence: another column. */
    private static final int COLUMN = 3;

    /** A sign that Markdown would read is written with this before it. */
    private static final char ESCAPE = '\\';

    private static final int LONGEST_TAG = 7;

    /** With which converters form words. */
    private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "br", "em", "sub", "sup", "del", "ins", "p");

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
        var isMarkdown = block.kind() == IntakeBlock.Kind.LINE;
        var begin = from;
        while (begin < to && (isSpace(text.charAt(begin)) || isMarkdown && text.charAt(begin) == '#')) {
            begin++;
        }
        var marked = text.substring(from, begin).indexOf('#') >= 0;
        var line = readable(text, index, begin, to, isMarkdown);
        if (!isRule(line.text())) {
            lines.add(new Line(
                    line,
                    block.kind(),
                    marked || block.kind() == IntakeBlock.Kind.HEADING,
                    block.bold() || isMarkdown && isBold(text, begin, to),
                    block.centred(),
                    block.page()));
        }
    }

    private static Passage readable(String text, int block, int from, int to, boolean isMarkdown) {
        var line = new Passage.Builder();
        for (var at = from; at < to; ) {
            var c = text.charAt(at);
            var end = at + 1;
            if (isSpace(c)) {
                while (end < to && (isSpace(text.charAt(end)) || isUnseen(text.charAt(end)))) {
                    end++;
                }
                line.addGap(isColumn(text, at, end) ? '\t' : ' ', block, at);
            } else if (isMarkdown && c == '<' && tagEnd(text, at, to) > 0) {
                end = tagEnd(text, at, to);
            } else if (isMarkdown && c == ESCAPE && end < to && isSign(text.charAt(end))) {
                line.add(text.charAt(end), block, at, end + 1);
                end++;
            } else if (!(isMarkdown && c == '*') && !isUnseen(c)) {
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
            line.add(vietnamese(text.charAt(at)), block, at, end);
            return;
        }
        var cluster = text.substring(at, Math.min(end, at + 1 + MOST_MARKS));
        var letter = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        for (var i = 0; i < letter.length(); i++) {
            line.add(letter.charAt(i), block, at, end);
        }
    }

    /** The letters of Icelandic and Ewe that scanners, and fonts of before Unicode, put for Đ. */
    private static char vietnamese(char c) {
        return switch (c) {
            case '\u00d0', '\u0189' -> 'Đ';
            case '\u00f0', '\u0256' -> 'đ';
            default -> c;
        };
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
        return end < to
                        && text.charAt(end) == '>'
                        && TAGS.contains(
                                text.substring(at + 1, end).replace("/", "").toLowerCase(Locale.ROOT))
                ? end + 1
                : 0;
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
