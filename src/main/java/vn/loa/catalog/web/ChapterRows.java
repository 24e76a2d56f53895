package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.Chapters;
import vn.loa.catalog.ProductDocument;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;

/** The chapters of a work as the form of its files has them: one row for each, in the words of who writes them. */
final class ChapterRows {
    /** Rows that are offered to be filled in by who has no script. */
    private static final int SPARE = 3;

    private static final int MOST = Chapters.MOST + SPARE;
    private static final int LONGEST = 1_000;
    private static final int MILLIS = 1_000;

    private ChapterRows() {}

    /**
     * One chapter.
     *
     * @param number from 1
     * @param was where the chapter began that this row was made of; empty when it is a new one
     * @param at as it was written
     * @param titles by language; those missing are empty
     */
    public record Row(int number, String was, String at, Map<String, String> titles) {
        boolean isBlank() {
            return at.isEmpty() && titles.values().stream().allMatch(String::isEmpty);
        }

        public String title(String language) {
            return titles.getOrDefault(language, "");
        }
    }

    /** What is wrong in a row. @param field of the rules, or {@code time} when nobody can read it */
    record Fault(int number, String field) {}

    /** What a form sent, without empty rows. @param parameter reads one; @param languages codes */
    static List<Row> sent(UnaryOperator<String> parameter, List<String> languages) {
        var rows = new ArrayList<Row>();
        for (var i = 1; i <= MOST; i++) {
            var titles = new TreeMap<String, String>();
            for (var language : languages) {
                titles.put(language, written(parameter.apply("ten." + i + "." + language)));
            }
            var row = new Row(
                    rows.size() + 1, written(parameter.apply("cu." + i)), written(parameter.apply("luc." + i)), titles);
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String written(String text) {
        var line = PlainText.line(text);
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    /** Those of a product. */
    static List<Row> of(List<ProductDocument.Part> chapters) {
        return ofChapters(chapters.stream()
                .map(each -> new Chapter(Math.round(each.startSeconds() * MILLIS), each.title()))
                .toList());
    }

    /** Those that are stored. */
    static List<Row> ofChapters(List<Chapter> chapters) {
        var rows = new ArrayList<Row>();
        for (var chapter : chapters) {
            var at = written(chapter.startMillis());
            rows.add(new Row(rows.size() + 1, at, at, chapter.title().asMap()));
        }
        return rows;
    }

    /** The same with empty rows at their end. */
    static List<Row> withSpare(List<Row> rows) {
        var all = new ArrayList<>(rows);
        for (var i = 0; i < SPARE && all.size() < MOST; i++) {
            all.add(new Row(all.size() + 1, "", "", Map.of()));
        }
        return all;
    }

    static String written(long millis) {
        return Chapters.time(millis);
    }

    static Optional<Long> read(String time) {
        return Chapters.time(time);
    }

    /** Rows whose time nobody can read. */
    static List<Fault> unreadable(List<Row> rows) {
        return rows.stream()
                .filter(row -> read(row.at()).isEmpty())
                .map(row -> new Fault(row.number(), "time"))
                .toList();
    }

    /** In the order of their times. */
    static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> read(row.at()).orElseThrow()))
                .toList();
    }

    /**
     * The chapters that rows say. Titles in languages in which none can be written here stay with the chapter that a row was made of, wherever that begins
     * now.
     *
     * @param before the chapters that the rows were made of
     * @param languages codes of those in which titles were sent
     */
    static List<Chapter> chapters(List<Row> rows, List<Chapter> before, List<String> languages) {
        return rows.stream()
                .map(row -> {
                    var titles = new TreeMap<String, String>();
                    read(row.was())
                            .flatMap(was -> before.stream()
                                    .filter(chapter -> chapter.startMillis() == was)
                                    .findFirst())
                            .ifPresent(chapter -> titles.putAll(chapter.title().asMap()));
                    titles.keySet().removeAll(languages);
                    titles.putAll(row.titles());
                    return new Chapter(read(row.at()).orElseThrow(), Texts.of(titles));
                })
                .toList();
    }
}
