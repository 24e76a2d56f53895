package vn.loa.plans.intake;

import java.util.List;

/**
 * A piece of a document's text in the order of reading.
 *
 * @param text as it stands in the original; places are counted in its chars
 * @param centred false also where the format does not tell; so are the next two
 * @param bold all of it
 * @param page from 1, or 0 where the format knows no pages
 */
public record IntakeBlock(String text, Kind kind, boolean centred, boolean bold, boolean italic, int page) {
    public enum Kind {
        /** One line of a page, which may end in the middle of a sentence. */
        LINE,
        /** All of a paragraph, unless a page ended within. */
        PARAGRAPH,
        HEADING,
        ITEM,
        /** Of a table; its cells are parted by tabs. */
        ROW
    }

    public static IntakeBlock line(String text) {
        return new IntakeBlock(text, Kind.LINE, false, false, false, 0);
    }

    public static IntakeBlock paragraph(String text) {
        return new IntakeBlock(text, Kind.PARAGRAPH, false, false, false, 0);
    }

    /** @param cells may have lines of their own */
    public static IntakeBlock row(List<String> cells) {
        return new IntakeBlock(String.join("\t", cells), Kind.ROW, false, false, false, 0);
    }
}
