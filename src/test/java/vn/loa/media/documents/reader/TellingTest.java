package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.SaidLines;
import vn.loa.plans.intake.DocumentBlocks;
import vn.loa.plans.intake.PlanRecogniser;
import vn.loa.plans.intake.Recognition;

/** How much is said of one document. */
class TellingTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Telling telling = new Telling(new PrintStream(said, false, StandardCharsets.UTF_8));

    @Test
    void as_much_as_is_said_is_not_too_long_for_a_plan() {
        telling.kind(DocumentKind.WORD);
        var marker = "-";
        var text = "a".repeat(Telling.MOST_CHARACTERS / Telling.MOST_BLOCKS - marker.length() - 1);
        for (var block = 0; block < Telling.MOST_BLOCKS; block++) {
            telling.block(new Block.ListItem(0, 1, marker, passage(text)));
        }
        assertThatThrownBy(() -> telling.block(new Block.Paragraph(0, passage(""))))
                .isInstanceOf(Telling.Enough.class);
        telling.end();

        var blocks = DocumentBlocks.of(
                SaidLines.parsed(said.toString(StandardCharsets.UTF_8)).blocks());

        assertThat(blocks).hasSize(Telling.MOST_BLOCKS);
        assertThat(PlanRecogniser.recognise(blocks)).isNotInstanceOf(Recognition.TooLong.class);
    }

    @Test
    void a_row_is_too_long_though_no_int_counts_its_letters() {
        var cell = new Block.Cell(1, List.of(passage("a".repeat(1_000_000))));
        var row = new Block.TableRow(0, 1, Collections.nCopies(4_000, cell));

        assertThatThrownBy(() -> telling.block(row)).isInstanceOf(Telling.Enough.class);
    }

    private static Passage passage(String text) {
        return new Passage(text, Alignment.LEFT, false, false);
    }
}
