package vn.loa.media.documents;

import java.util.List;

/** A piece of a document's text, in the order of reading. */
public sealed interface Block {
    /** The page on which it begins, from 1; 0 where the format does not tell. */
    int page();

    /**
     * A heading that its author marked as one. In PDF nothing is marked: headings there are bold or centred paragraphs.
     *
     * @param level from 1
     * @param marker the number that the program puts before it, such as {@code II.}; empty without any
     */
    record Heading(int page, int level, String marker, Passage passage) implements Block {}

    /** An ordinary paragraph. */
    record Paragraph(int page, Passage passage) implements Block {}

    /**
     * An item of a list that the program numbers. What was numbered by hand is a paragraph.
     *
     * @param level from 1
     * @param marker the number or bullet as it is shown, such as {@code 1.} or {@code -}; empty without any
     */
    record ListItem(int page, int level, String marker, Passage passage) implements Block {}

    /**
     * A row of a table. In PDF a line of which the parts stand far from each other, such as the head of an official document.
     *
     * @param table the number of the table in the document, from 1
     */
    record TableRow(int page, int table, List<Cell> cells) implements Block {
        public TableRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of a row.
     *
     * @param columns how many it is wide
     * @param passages its paragraphs; none in an empty cell, and in one that belongs to the cell above
     */
    record Cell(int columns, List<Passage> passages) {
        public Cell {
            passages = List.copyOf(passages);
        }

        /** Its paragraphs, parted by line feeds. */
        public String text() {
            return String.join("\n", passages.stream().map(Passage::text).toList());
        }
    }
}
