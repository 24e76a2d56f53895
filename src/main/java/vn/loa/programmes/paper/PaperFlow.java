package vn.loa.programmes.paper;

import java.io.IOException;

/** Fills the pages of a paper from top to bottom, and says at their foot which they are. Lengths are in points. */
public final class PaperFlow {
    private static final float MARGIN = 36;
    private static final float NUMBER = 8.5f;
    private static final float BELOW = 12;

    private final Paper paper;
    private int pages;
    private float top;

    /** Begins the first page. */
    public PaperFlow(Paper paper) throws IOException {
        this.paper = paper;
        turn();
    }

    Paper paper() {
        return paper;
    }

    public float left() {
        return MARGIN;
    }

    public float right() {
        return paper.width() - MARGIN;
    }

    public float middle() {
        return paper.width() / 2;
    }

    /** How high a page is between its margins. */
    float most() {
        return paper.height() - 2 * MARGIN;
    }

    /** Whether so much is free on this page. */
    boolean fits(float height) {
        return top - height >= MARGIN;
    }

    void turn() throws IOException {
        paper.turn();
        pages++;
        top = paper.height() - MARGIN;
    }

    /** Numbers all pages, last of all. @param running what stands before the number on those that have no head of their own */
    public void number(String running) throws IOException {
        for (var page = 0; page < pages; page++) {
            paper.again(page);
            paper.centred(
                    (page == 0 ? "" : running + " · ") + (page + 1) + "/" + pages,
                    left(),
                    right(),
                    MARGIN - BELOW,
                    NUMBER,
                    Paper.Style.PLAIN);
        }
    }

    /** What comes next stands on one page, when it is no higher than that. */
    public void together(float height) throws IOException {
        if (!fits(height) && height <= most()) {
            turn();
        }
    }

    /** @return the upper edge of so much room, on this page if it is free there */
    public float take(float height) throws IOException {
        together(height);
        var taken = top;
        top -= height;
        return taken;
    }

    /** In as many lines as it needs, each in the middle between two edges, from that upper edge downwards. @return the lower edge */
    public float centred(String text, float left, float right, float upper, float size, Paper.Style style)
            throws IOException {
        var edge = upper;
        for (var line : paper.font().lines(text, size, right - left)) {
            edge -= Paper.LEADING * size;
            paper.centred(line, left, right, edge, size, style);
        }
        return edge;
    }

    /** How high a text is in as many lines as it needs. */
    public float height(String text, float size, float room) {
        return paper.font().lines(text, size, room).size() * Paper.LEADING * size;
    }
}
