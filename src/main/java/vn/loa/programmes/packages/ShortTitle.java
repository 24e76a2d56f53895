package vn.loa.programmes.packages;

import java.util.List;
import vn.loa.programmes.paper.PaperFont;

/** Breaks a title and what stands around it into so many lines and no more: then the title is shortened, and what stands around it stays. */
final class ShortTitle {
    /** In letters: a shorter one would name nothing. */
    private static final int SHORTEST = 8;

    private static final String MORE = "…";

    private ShortTitle() {}

    /** @param size of the letters, and the width that they have, in points */
    static List<String> lines(
            PaperFont font, String before, String title, String behind, float size, float width, int most) {
        var lines = font.lines(before + title + behind, size, width);
        for (var end = title.length(); lines.size() > most && end > SHORTEST; ) {
            end = title.offsetByCodePoints(end, -1);
            lines = font.lines(before + title.substring(0, end).strip() + MORE + behind, size, width);
        }
        return lines;
    }
}
