package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What belongs to the pages, not to the text: their numbers, and lines that return at their heads and feet. */
final class Furniture {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?:trang\\s?|page\\s?)?[-\\u2022|(\\[]?\\s?(\\d{1,4})\\s?(?:[/|]\\s?\\d{1,4}\\s?)?[-\\u2022|)\\]]?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST_HEAD = 100;
    private static final int FEWEST_RETURNS = 3;

    /** Of the first pages of a document, with its head. */
    private static final int FEWEST_LINES = 5;

    /** No page is so short. */
    private static final int FEWEST_LINES_BETWEEN = 15;

    private Furniture() {}

    static List<Line> cleared(List<Line> lines) {
        var returning = returning(lines);
        var kept = new ArrayList<Line>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!isPageNumber(line, i) && !returning.contains(i)) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** @param before how many lines stand before it: a greater number than there can be pages is one of the text */
    private static boolean isPageNumber(Line line, int before) {
        if (line.kind() == IntakeBlock.Kind.ROW || line.text().length() > 16) {
            return false;
        }
        var number = PAGE_NUMBER.matcher(line.folded());
        return number.matches() && Integer.parseInt(number.group(1)) <= 2 + before / FEWEST_LINES;
    }

    /** Indexes of running heads; the first of them may be the title itself and stays. */
    private static Set<Integer> returning(List<Line> lines) {
        Map<String, List<Integer>> where = new HashMap<>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.kind() != IntakeBlock.Kind.ROW && line.text().length() <= LONGEST_HEAD && !endsSentence(line)) {
                var words = DIGITS.matcher(line.folded()).replaceAll("#");
                where.computeIfAbsent(words, w -> new ArrayList<>()).add(i);
            }
        }
        var returning = new HashSet<Integer>();
        where.values().stream()
                .filter(places -> places.size() >= FEWEST_RETURNS && areFarApart(places, lines))
                .forEach(places -> returning.addAll(places.subList(1, places.size())));
        return returning;
    }

    private static boolean endsSentence(Line line) {
        var last = line.folded().charAt(line.text().length() - 1);
        return last == '.'
                || last == ';'
                || last == ':'
                || last == ','
                || Marker.of(line.text()).isPresent();
    }

    private static boolean areFarApart(List<Integer> places, List<Line> lines) {
        for (var i = 1; i < places.size(); i++) {
            var before = lines.get(places.get(i - 1));
            var here = lines.get(places.get(i));
            var samePage = before.page() > 0 && before.page() == here.page();
            if (samePage || before.page() == 0 && places.get(i) - places.get(i - 1) < FEWEST_LINES_BETWEEN) {
                return false;
            }
        }
        return true;
    }
}
