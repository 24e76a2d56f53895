package vn.loa.common;

/**
 * What people write, without what nobody sees: control characters, and those that only form what stands beside them (Unicode category Cf): overrides of
 * direction, isolates, joiners, soft hyphens. No language of the portal needs them, but they come along when a name is copied from a document or from
 * the properties of a file, and make a name look like another one (a program like a picture), or one line of a mail, a feed or a log look like two.
 * They are taken out, not refused: whoever pasted them cannot see what is wrong.
 */
public final class PlainText {
    private static final int NEXT_LINE = 0x85;

    /** Letters and signs that stand for nothing: of Hangul, and an empty cell of Braille. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0\u2800";

    private PlainText() {}

    /** As one line, without margins: titles, names, codes. Where a line ended there is a space. */
    public static String line(String text) {
        var line = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\t' || isBreak(c)) {
                line.append(' ');
            } else if (isSeen(c)) {
                line.appendCodePoint(c);
            }
        });
        return withoutMargins(line.toString());
    }

    /** Spaces that no line is broken at are margins, too. */
    private static String withoutMargins(String line) {
        var from = 0;
        var to = line.length();
        while (from < to && Character.isSpaceChar(line.charAt(from))) {
            from++;
        }
        while (to > from && Character.isSpaceChar(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    /** The first words of a line that is longer than so many characters, with dots behind them; else the line. */
    public static String beginning(String line, int longest) {
        if (line.length() <= longest) {
            return line;
        }
        var space = line.lastIndexOf(' ', longest);
        return line.substring(0, space > 0 ? space : longest) + "…";
    }

    /** With its lines, each of which ends with a line feed, and tabs: notes, paragraphs. */
    public static String lines(String text) {
        var lines = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (isBreak(c)) {
                lines.append('\n');
            } else if (c == '\t' || isSeen(c)) {
                lines.appendCodePoint(c);
            }
        });
        return lines.toString();
    }

    /** Whether a line ends here, by chapter 5.8 of the Unicode standard. */
    private static boolean isBreak(int c) {
        return c >= '\n' && c <= '\r'
                || c == NEXT_LINE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isSeen(int c) {
        if (FILLERS.indexOf(c) >= 0) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
