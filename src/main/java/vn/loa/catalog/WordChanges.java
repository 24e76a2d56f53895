package vn.loa.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How one text became another, word by word. */
public final class WordChanges {
    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

    /** Of comparisons of words; two long texts without anything in common are not compared, but told one after the other. */
    private static final long MOST = 4_000_000;

    private WordChanges() {}

    /** A stretch of text. */
    public record Run(String text, Kind kind) {
        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }
    }

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** All of both texts: what is the same, was added, or was removed, in the order of reading. */
    public static List<Run> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        var start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        var end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        var runs = new ArrayList<Run>();
        old.subList(0, start).forEach(word -> add(runs, word, Kind.SAME));
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), runs);
        old.subList(old.size() - end, old.size()).forEach(word -> add(runs, word, Kind.SAME));
        return List.copyOf(runs);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /** By the longest common subsequence. */
    private static void middle(List<String> old, List<String> now, List<Run> runs) {
        if ((long) old.size() * now.size() > MOST) {
            old.forEach(word -> add(runs, word, Kind.REMOVED));
            now.forEach(word -> add(runs, word, Kind.ADDED));
            return;
        }
        var common = new int[old.size() + 1][now.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(runs, old.get(i), Kind.SAME);
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(runs, old.get(i), Kind.REMOVED);
                i++;
            } else {
                add(runs, now.get(j), Kind.ADDED);
                j++;
            }
        }
    }

    /** Joins what is of one kind. */
    private static void add(List<Run> runs, String word, Kind kind) {
        var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.kind() == kind) {
            runs.set(runs.size() - 1, new Run(last.text() + word, kind));
        } else {
            runs.add(new Run(word, kind));
        }
    }
}
