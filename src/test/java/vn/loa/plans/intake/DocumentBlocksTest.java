package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.Passage;

class DocumentBlocksTest {
    @Test
    void each_block_of_a_document_is_one_with_its_number_look_and_page() {
        var blocks = DocumentBlocks.of(List.of(
                new Block.TableRow(1, 1, List.of(cell("UBND TỈNH"), cell("CỘNG HÒA"))),
                new Block.Paragraph(1, new Passage("KẾ HOẠCH", Alignment.CENTER, true, false)),
                new Block.Heading(2, 1, "II.", passage("NỘI DUNG")),
                new Block.ListItem(2, 1, "-", passage("Xem lũ."))));

        assertThat(blocks)
                .containsExactly(
                        new IntakeBlock("UBND TỈNH\tCỘNG HÒA", IntakeBlock.Kind.ROW, false, false, false, 1),
                        new IntakeBlock("KẾ HOẠCH", IntakeBlock.Kind.PARAGRAPH, true, true, false, 1),
                        new IntakeBlock("II. NỘI DUNG", IntakeBlock.Kind.HEADING, false, false, false, 2),
                        new IntakeBlock("- Xem lũ.", IntakeBlock.Kind.ITEM, false, false, false, 2));
    }

    private static Block.Cell cell(String text) {
        return new Block.Cell(1, List.of(passage(text)));
    }

    private static Passage passage(String text) {
        return new Passage(text, Alignment.LEFT, false, false);
    }
}
