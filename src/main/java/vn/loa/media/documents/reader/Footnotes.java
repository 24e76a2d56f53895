package vn.loa.media.documents.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes the footnotes from a page, and the marks in its text that lead to them, as they are left out where files say which they are: a PDF only shows small lines at the
 * bottom, of which the first begins with a number that stands above a line of the text.
 */
final class Footnotes {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\s?[.)]?\\s?\\p{L}.*");

    /** Of the text that they are about, at most so large. */
    private static final float SMALL = 0.9f;

    /** In points, within which sizes are the same. */
    private static final float ALIKE = 0.6f;

    /** Square and cubic measures are no marks. */
    private static final Pattern MEASURE = Pattern.compile("(?:.*[\\d/])?(?:k|h|d|c|m)?m");

    private Footnotes() {}

    static List<List<PdfText.Word>> left(List<List<PdfText.Word>> page) {
        var from = beginning(page);
        if (from == page.size()) {
            return page;
        }
        var marks = page.subList(from, page.size()).stream()
                .map(line -> NUMBERED.matcher(TextLine.text(line)))
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        return Stream.concat(
                        page.subList(0, from).stream().map(line -> without(line, marks)),
                        page.subList(from, page.size()).stream().filter(line -> !isSmall(line, size(page.get(from)))))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The line with which they begin; behind the last when there are none. Below them stands at most one line, which is about the page. */
    private static int beginning(List<List<PdfText.Word>> page) {
        var marks = new HashSet<String>();
        var size = 0f;
        for (var i = 0; i < page.size(); i++) {
            var line = page.get(i);
            var numbered = NUMBERED.matcher(TextLine.text(line));
            if (numbered.matches()
                    && marks.contains(numbered.group(1))
                    && size(line) < SMALL * size
                    && areSmall(page.subList(i + 1, page.size()), size(line))) {
                return i;
            }
            for (var word : line) {
                if (word.raised()) {
                    marks.add(word.text());
                    size = Math.max(size, size(line));
                }
            }
        }
        return page.size();
    }

    private static boolean areSmall(List<List<PdfText.Word>> lines, float size) {
        for (var i = 0; i < lines.size(); i++) {
            if (!isSmall(lines.get(i), size) && i < lines.size() - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(List<PdfText.Word> line, float size) {
        return size(line) <= size + ALIKE && TextLine.parts(line).size() == 1;
    }

    private static float size(List<PdfText.Word> line) {
        return (float) line.stream().mapToDouble(PdfText.Word::size).max().orElse(0);
    }

    private static List<PdfText.Word> without(List<PdfText.Word> line, Set<String> marks) {
        return IntStream.range(0, line.size())
                .filter(i ->
                        !(line.get(i).raised() && marks.contains(line.get(i).text()) && !isMeasure(line, i)))
                .mapToObj(line::get)
                .toList();
    }

    private static boolean isMeasure(List<PdfText.Word> line, int at) {
        return at > 0
                && line.get(at).joined()
                && MEASURE.matcher(line.get(at - 1).text()).matches();
    }
}
