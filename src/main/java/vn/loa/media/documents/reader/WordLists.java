package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers the items of lists as Word does (ECMA-376, part 1, 17.9). */
final class WordLists {
    static final int LEVELS = 9;

    /** @param text with {@code %1} in place of the number of the first level */
    private record Level(int start, String format, String text) {}

    /** A list as paragraphs name it. @param starts of levels that it begins anew */
    private record Numbering(String kind, Map<Integer, Integer> starts) {}

    private final Map<String, Map<Integer, Level>> kinds = new HashMap<>();
    private final Map<String, Numbering> numberings = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    static WordLists of(OfficePackage office) throws IOException {
        var lists = new WordLists();
        office.read(
                "word/numbering.xml",
                part -> part.children(element -> {
                    switch (element) {
                        case "abstractNum" -> lists.kind(part);
                        case "num" -> lists.numbering(part);
                        default -> {
                            // Pictures for bullets.
                        }
                    }
                }));
        return lists;
    }

    private void kind(XmlPart part) {
        var levels = new HashMap<Integer, Level>();
        kinds.put(part.attribute("abstractNumId").orElse(""), levels);
        part.children(element -> {
            if (element.equals("lvl")) {
                level(part, levels);
            }
        });
    }

    private static void level(XmlPart part, Map<Integer, Level> levels) {
        var number = part.number("ilvl").orElse(0);
        var start = new int[] {1};
        var words = new String[] {"decimal", ""};
        part.children(element -> {
            switch (element) {
                case "start" -> part.number("val").ifPresent(value -> start[0] = value);
                case "numFmt" -> part.attribute("val").ifPresent(value -> words[0] = value);
                case "lvlText" -> part.attribute("val").ifPresent(value -> words[1] = value);
                default -> {
                    // How it is set.
                }
            }
        });
        levels.put(number, new Level(start[0], words[0], words[1]));
    }

    private void numbering(XmlPart part) {
        var id = part.attribute("numId").orElse("");
        var kind = new String[] {""};
        var starts = new HashMap<Integer, Integer>();
        part.children(element -> {
            switch (element) {
                case "abstractNumId" -> kind[0] = part.attribute("val").orElse("");
                case "lvlOverride" -> {
                    var level = part.number("ilvl").orElse(0);
                    part.children(inner -> {
                        if (inner.equals("startOverride")) {
                            part.number("val").ifPresent(value -> starts.put(level, value));
                        }
                    });
                }
                default -> {
                    // Nothing else counts.
                }
            }
        });
        numberings.put(id, new Numbering(kind[0], starts));
    }

    /** The marker of the next item; empty when it has none. @param level from 0, less than {@link #LEVELS} */
    String next(String id, int level) {
        var numbering = numberings.get(id);
        if (numbering == null) {
            return "";
        }
        var levels = kinds.getOrDefault(numbering.kind(), Map.of());
        var own = levels.get(level);
        if (own == null) {
            return "";
        }
        var counter = counters.computeIfAbsent(numbering.kind(), kind -> new int[LEVELS]);
        if (begun.add(id)) {
            numbering.starts().forEach((number, start) -> {
                if (number < LEVELS) {
                    counter[number] = 0;
                }
            });
        }
        counter[level] = counter[level] == 0 ? numbering.starts().getOrDefault(level, own.start()) : counter[level] + 1;
        for (var deeper = level + 1; deeper < LEVELS; deeper++) {
            counter[deeper] = 0;
        }
        return marker(levels, own, counter);
    }

    private static String marker(Map<Integer, Level> levels, Level own, int[] counter) {
        if (own.format().equals("bullet")) {
            return ListNumber.bullet(own.text());
        }
        var marker = own.text();
        for (var number = 0; number < LEVELS; number++) {
            var level = levels.get(number);
            if (level != null && marker.contains("%" + (number + 1))) {
                var value = counter[number] == 0 ? level.start() : counter[number];
                marker = marker.replace("%" + (number + 1), ListNumber.of(value, level.format()));
            }
        }
        return marker.strip();
    }
}
