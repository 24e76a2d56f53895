package vn.loa.media.documents.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that stand beside each other without a large gap.
 *
 * @param words from the left
 */
record TextLine(List<PdfText.Word> words) {
    /** Wider than any space between words, also where lines are stretched to both margins; in sizes of the font. */
    private static final float GAP = 1.3f;

    /** What stands apart before an item of a list. */
    private static final Pattern MARKER =
            Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3})*|[IVXivx]{1,6}|\\p{L})[.)]|[-–—+•*]");

    /** What an item or a numbered part begins with. */
    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:(?:\\d{1,3}(?:\\.\\d{1,3})*|[IVX]{1,6}|\\p{Ll})[.)]|[-–—+•*]|Điều \\d+|Chương [IVX]+|Phần [IVX\\d]+)(?=\\s|$|\\p{Lu}).*",
            Pattern.DOTALL);

    TextLine {
        words = List.copyOf(words);
    }

    /** The parts of a line that stand far from each other. */
    static List<TextLine> parts(List<PdfText.Word> line) {
        var parts = new ArrayList<TextLine>();
        var part = new ArrayList<PdfText.Word>();
        for (var word : line) {
            if (!part.isEmpty()) {
                var before = part.get(part.size() - 1);
                var isMarked = part.size() == 1 && MARKER.matcher(before.text()).matches();
                if (word.left() - before.right() > GAP * Math.max(word.size(), before.size()) && !isMarked) {
                    parts.add(new TextLine(part));
                    part = new ArrayList<>();
                }
            }
            part.add(word);
        }
        parts.add(new TextLine(part));
        return parts;
    }

    String text() {
        return text(words);
    }

    static String text(List<PdfText.Word> words) {
        var text = new StringBuilder();
        words.forEach(
                word -> text.append(text.isEmpty() || word.joined() ? "" : " ").append(word.text()));
        return text.toString();
    }

    float left() {
        return words.get(0).left();
    }

    float right() {
        return words.get(words.size() - 1).right();
    }

    float baseline() {
        return words.get(0).baseline();
    }

    float size() {
        return (float) words.stream().mapToDouble(PdfText.Word::size).max().orElse(1);
    }

    boolean isBold() {
        return words.stream().allMatch(PdfText.Word::bold);
    }

    boolean isItalic() {
        return words.stream().allMatch(PdfText.Word::italic);
    }

    boolean beginsItem() {
        return BEGINNING.matcher(text()).matches();
    }

    /** How wide its first word is. */
    float firstWord() {
        return words.get(0).right() - words.get(0).left();
    }
}
