package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a product behind it: "20 tiểu phẩm", "ba (03) phóng sự"; in a table also in a column behind.
 *
 * @param to end of all that was found
 * @param product where its name begins
 * @param genreTo where the words for its genre end
 */
record Numbered(
        Paragraph paragraph, int from, int to, int product, int genreTo, String genre, int quantity, boolean mended) {
    private static final String CLASSIFIERS =
            "(?:(?:bo|cuon|to|tam|chiec|chuong\\strinh|san\\spham|tac\\spham|so|ky|doan|cuoc|buoi|an\\spham|bo\\sphim|luot)\\s){0,3}?";
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\d.,/a-z-])(\\d{1,3}(?:[.,]\\d{3}){1,2}|" + Digits.ONE + "{1,5}|" + Numerals.PATTERN
                    + ")\\s(?:\\([^()]{1,30}\\)\\s)?" + CLASSIFIERS + "(" + Genres.ANY + ")(?![a-z])");

    private static final Pattern QUANTITY = Pattern.compile(
            "(\\d{1,3}(?:[.,]\\d{3}){1,2}|" + Digits.ONE
                    + "{1,5})(?:\\s(?:cai|chiec|bo|tam|cuon|to|ban|tap|ky|so|phim|bai|tin|chuong\\strinh|san\\spham|tac\\spham))?");

    /** The name of one. */
    static final Pattern PRODUCT = Pattern.compile("(?<![a-z])(" + Genres.ANY + ")(?![a-z])");

    /** Of one paragraph. */
    private static final int MOST = 200;

    /** In order. */
    static List<Numbered> in(Paragraph paragraph) {
        if (paragraph.kind() == IntakeBlock.Kind.ROW) {
            return ofRow(paragraph);
        }
        return numbered(paragraph, 0, paragraph.text().length());
    }

    /** Whether there is one, wherever it stands. */
    static boolean isIn(Paragraph paragraph) {
        return !numbered(paragraph, 0, paragraph.text().length()).isEmpty();
    }

    private static List<Numbered> numbered(Paragraph paragraph, int from, int to) {
        var all = new ArrayList<Numbered>();
        var match = NUMBERED.matcher(paragraph.folded()).region(from, to);
        while (all.size() < MOST && match.find()) {
            var figures = match.group(1);
            if (Digits.isNumber(figures)) {
                var number = Digits.value(figures.replaceAll("[.,]", ""));
                all.add(numbered(paragraph, match, match.start(1), number, Digits.isMended(figures)));
            } else {
                Numerals.counted(paragraph.text().text(), match.start(1), match.end(1))
                        .ifPresent(counted ->
                                all.add(numbered(paragraph, match, counted.from(), counted.number(), false)));
            }
        }
        return all;
    }

    private static Numbered numbered(Paragraph paragraph, Matcher match, int from, int quantity, boolean isMended) {
        return new Numbered(
                paragraph,
                from,
                match.end(),
                behindNumber(paragraph.folded(), match.end(1)),
                match.end(2),
                Genres.of(match.group(2)),
                quantity,
                isMended);
    }

    /** In a table the number may have a column of its own behind the product; the one before it is only that of the row. */
    private static List<Numbered> ofRow(Paragraph row) {
        var text = row.folded();
        var all = new ArrayList<Numbered>();
        var product = -1;
        var genreTo = -1;
        var genre = "";
        for (var from = 0; from < text.length() && all.isEmpty(); ) {
            var tab = text.indexOf('\t', from);
            var to = tab < 0 ? text.length() : tab;
            all.addAll(numbered(row, from, to));
            var named = PRODUCT.matcher(text).region(from, to);
            var cell = text.substring(from, to).strip();
            if (all.isEmpty() && product < 0 && named.find()) {
                product = named.start();
                genreTo = named.end();
                genre = Genres.of(named.group(1));
            } else if (all.isEmpty() && product >= 0) {
                var figures = QUANTITY.matcher(cell);
                if (figures.matches() && Digits.isNumber(figures.group(1))) {
                    var number = Digits.value(figures.group(1).replaceAll("[.,]", ""));
                    all.add(new Numbered(
                            row, product, to, product, genreTo, genre, number, Digits.isMended(figures.group(1))));
                }
            }
            from = to + 1;
        }
        return all;
    }

    private static int behindNumber(String folded, int at) {
        var from = at + 1;
        if (folded.charAt(from) == '(') {
            from = folded.indexOf(')', from) + 2;
        }
        return from;
    }
}
