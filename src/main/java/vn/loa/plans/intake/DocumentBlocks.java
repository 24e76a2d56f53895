package vn.loa.plans.intake;

import java.util.List;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.Passage;

/** The way in for a document that {@link vn.loa.media.documents.DocumentReader} read. */
public final class DocumentBlocks {
    private DocumentBlocks() {}

    /** One for each, in the same order. */
    public static List<IntakeBlock> of(List<Block> blocks) {
        return blocks.stream().map(DocumentBlocks::of).toList();
    }

    private static IntakeBlock of(Block block) {
        if (block instanceof Block.Heading heading) {
            return of(heading.marker(), heading.passage(), IntakeBlock.Kind.HEADING, heading.page());
        }
        if (block instanceof Block.ListItem item) {
            return of(item.marker(), item.passage(), IntakeBlock.Kind.ITEM, item.page());
        }
        if (block instanceof Block.TableRow row) {
            var cells = row.cells().stream().map(Block.Cell::text).toList();
            return new IntakeBlock(String.join("\t", cells), IntakeBlock.Kind.ROW, false, false, false, row.page());
        }
        var paragraph = (Block.Paragraph) block;
        return of("", paragraph.passage(), IntakeBlock.Kind.PARAGRAPH, paragraph.page());
    }

    /** @param marker the number that a program puts before the words; it belongs to them here */
    private static IntakeBlock of(String marker, Passage passage, IntakeBlock.Kind kind, int page) {
        var text = marker.isEmpty() ? passage.text() : marker + " " + passage.text();
        return new IntakeBlock(
                text, kind, passage.alignment() == Alignment.CENTER, passage.bold(), passage.italic(), page);
    }
}
