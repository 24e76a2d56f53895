package vn.loa.programmes.packages;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;
import vn.loa.programmes.paper.PaperFont;

/** What stands around the programme on each sheet: whose it is and of which days above, where it comes from below. Lengths are in points. */
final class SheetFrame {
    private static final float MARGIN = 36;
    private static final float HEAD = 52;
    private static final float FOOT = 24;
    private static final float TITLE = 17;
    private static final float SUBTITLE = 11;
    private static final float SMALL = 9;

    private final PackageContent content;
    private final PackageWords words;
    private final Paper paper;

    SheetFrame(PackageContent content, Paper paper) {
        this.content = content;
        this.words = new PackageWords(content);
        this.paper = paper;
    }

    PackageContent content() {
        return content;
    }

    PackageWords words() {
        return words;
    }

    Paper paper() {
        return paper;
    }

    PaperFont font() {
        return paper.font();
    }

    float left() {
        return MARGIN;
    }

    /** Upper edge of what stands between. */
    float top() {
        return paper.height() - MARGIN - HEAD;
    }

    /** How high what stands between may be. */
    float height() {
        return top() - MARGIN - FOOT;
    }

    /** How wide each of so many columns may be. */
    float width(int columns, float gap) {
        return (paper.width() - 2 * MARGIN - gap * (columns - 1)) / columns;
    }

    /** Begins a sheet. @param number which one it is; empty when it is the only one */
    void turn(String number) throws IOException {
        paper.turn();
        var top = paper.height() - MARGIN;
        paper.text(words.title(), MARGIN, top - TITLE, TITLE, Style.BOLD);
        paper.text(
                words.days() + " · " + words.text("programme.zone"),
                MARGIN,
                top - TITLE - SUBTITLE * 1.7f,
                SUBTITLE,
                Style.PLAIN);
        foot(words.marks(), MARGIN + SMALL * Paper.LEADING);
        foot(
                Stream.of(content.name(), content.portal(), number)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")),
                MARGIN);
    }

    private void foot(String text, float base) throws IOException {
        paper.text(text, MARGIN, base, SMALL, Style.PLAIN);
    }
}
