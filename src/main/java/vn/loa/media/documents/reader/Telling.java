package vn.loa.media.documents.reader;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.ReadingLines;
import vn.loa.media.documents.Refusal;
import vn.loa.media.documents.Warning;

/** Says what is found as soon as it is found, and no more than whoever listens can hold. */
final class Telling {
    /** About 400 pages of text. */
    static final int MOST_CHARACTERS = 1_000_000;

    static final int MOST_BLOCKS = 50_000;

    private static final int MOST_WARNINGS = 50;
    private static final int LONGEST_DETAIL = 300;

    private final PrintStream out;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int characters;
    private int blocks;

    Telling(PrintStream out) {
        this.out = out;
    }

    /** There is more text than is read; what follows need not be looked at. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("Enough has been read", null, false, false);
        }
    }

    void kind(DocumentKind kind) {
        line(ReadingLines.kind(kind));
    }

    void pages(int pages) {
        line(ReadingLines.pages(pages));
    }

    /** @throws Enough when there is no room for it */
    void block(Block block) {
        var size = size(block);
        if (blocks == MOST_BLOCKS || characters + size > MOST_CHARACTERS) {
            warn(Warning.Kind.TRUNCATED, characters + " characters");
            throw new Enough();
        }
        blocks++;
        characters += (int) size;
        line(ReadingLines.block(block));
    }

    /** Each is said once. */
    void warn(Warning.Kind kind, String detail) {
        var warning = new Warning(kind, shortened(detail));
        if (warnings.size() < MOST_WARNINGS && warnings.add(warning)) {
            line(ReadingLines.warning(warning));
        }
    }

    void refuse(Refusal refusal, String detail) {
        line(ReadingLines.refused(refusal, shortened(detail)));
        out.flush();
    }

    void end() {
        line(ReadingLines.end());
        out.flush();
    }

    private void line(String line) {
        out.print(line);
        out.print('\n');
    }

    /** Cells may be copied so often that their length is no int. */
    private static long size(Block block) {
        if (block instanceof Block.Heading heading) {
            return length(heading.passage()) + heading.marker().length();
        } else if (block instanceof Block.ListItem item) {
            return length(item.passage()) + item.marker().length();
        } else if (block instanceof Block.TableRow row) {
            return row.cells().stream()
                    .mapToLong(cell -> 1
                            + cell.passages().stream()
                                    .mapToLong(Telling::length)
                                    .sum())
                    .sum();
        } else {
            return length(((Block.Paragraph) block).passage());
        }
    }

    /** What stands around it counts, too. */
    private static int length(Passage passage) {
        return passage.text().length() + 1;
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }
}
