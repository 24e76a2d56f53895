package vn.loa.media.documents.reader;

import java.util.HashMap;
import java.util.Map;

/** Numbers the items of lists as OpenDocument does (1.3, part 3, 19.500 and 16.31). */
final class OpenLists {
    private static final int LEVELS = 10;

    /** In place of the name of a style: what numbers the headings. No style is called so. */
    static final String HEADINGS = "\n";

    /** @param shown how many levels the number shows */
    private record Level(String format, String before, String after, int start, int shown, String bullet) {}

    private final Map<String, Map<Integer, Level>> styles = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    /** Takes the element list-style. */
    void learn(XmlPart part) {
        learn(part.attribute("name").orElse(""), part);
    }

    /** Takes the element outline-style. */
    void learnHeadings(XmlPart part) {
        learn(HEADINGS, part);
    }

    private void learn(String name, XmlPart part) {
        var levels = new HashMap<Integer, Level>();
        styles.put(name, levels);
        part.children(element -> {
            var isBullet = element.equals("list-level-style-bullet");
            if (isBullet || element.equals("list-level-style-number") || element.equals("outline-level-style")) {
                levels.put(
                        part.number("level").orElse(1),
                        new Level(
                                part.attribute("num-format").orElse(""),
                                part.attribute("num-prefix").orElse(""),
                                part.attribute("num-suffix").orElse(""),
                                part.number("start-value").orElse(1),
                                part.number("display-levels").orElse(1),
                                isBullet
                                        ? ListNumber.bullet(
                                                part.attribute("bullet-char").orElse(""))
                                        : ""));
            }
        });
    }

    /** Another list of this style begins. */
    void restart(String style) {
        counters.remove(style);
    }

    /** The next item of a level has this number. @param level from 1 */
    void start(String style, int level, int number) {
        if (level <= LEVELS) {
            counter(style)[level - 1] = number - 1;
        }
    }

    /** The marker of the next item; empty when it has none. @param level from 1 */
    String next(String style, int level) {
        var levels = styles.getOrDefault(style, Map.of());
        var own = levels.get(level);
        if (own == null || level > LEVELS) {
            return "";
        }
        if (!own.bullet().isEmpty()) {
            return own.bullet();
        }
        var counter = counter(style);
        counter[level - 1] = counter[level - 1] == 0 ? own.start() : counter[level - 1] + 1;
        for (var deeper = level; deeper < LEVELS; deeper++) {
            counter[deeper] = 0;
        }
        var number = new StringBuilder();
        for (var shown = Math.max(1, level - own.shown() + 1); shown <= level; shown++) {
            var format = levels.getOrDefault(shown, own).format();
            var text = ListNumber.of(Math.max(1, counter[shown - 1]), format);
            number.append(number.isEmpty() || text.isEmpty() ? "" : ".").append(text);
        }
        return number.isEmpty() ? "" : (own.before() + number + own.after()).strip();
    }

    private int[] counter(String style) {
        return counters.computeIfAbsent(style, name -> new int[LEVELS]);
    }
}
