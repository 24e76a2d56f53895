package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.media.Excerpt;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.ReadDocument;

class ExcerptsTest {
    @Test
    void each_page_is_one_with_all_that_stands_on_it() {
        var excerpts = Excerpts.of(document(
                new Block.Heading(1, 1, "I.", passage("Mục đích")),
                new Block.Paragraph(1, passage("Một đoạn.")),
                new Block.ListItem(2, 1, "-", passage("Một mục")),
                new Block.TableRow(
                        2,
                        1,
                        List.of(
                                new Block.Cell(1, List.of(passage("Cột một"))),
                                new Block.Cell(1, List.of()),
                                new Block.Cell(1, List.of(passage("Cột ba")))))));

        assertThat(excerpts).extracting(Excerpt::page).containsExactly(1, 2);
        assertThat(excerpts)
                .extracting(Excerpt::text)
                .containsExactly("I. Mục đích\nMột đoạn.", "- Một mục\nCột một Cột ba");
    }

    @Test
    void without_pages_a_heading_or_enough_text_begins_another() {
        var excerpts = Excerpts.of(document(
                new Block.Paragraph(0, passage("Mở đầu.")),
                new Block.Heading(0, 1, "", passage("Phần một")),
                new Block.Paragraph(0, passage("x".repeat(2_000))),
                new Block.Paragraph(0, passage("Phần sau."))));

        assertThat(excerpts).extracting(Excerpt::page).containsOnly(0);
        assertThat(excerpts)
                .extracting(Excerpt::text)
                .containsExactly("Mở đầu.", "Phần một\n" + "x".repeat(2_000), "Phần sau.");
    }

    @Test
    void an_empty_page_is_none() {
        assertThat(Excerpts.of(document(new Block.Paragraph(1, passage(" ")), new Block.Paragraph(3, passage("Chữ")))))
                .extracting(Excerpt::page)
                .containsExactly(3);
        assertThat(Excerpts.of(document())).isEmpty();
    }

    private static ReadDocument document(Block... blocks) {
        return new ReadDocument(DocumentKind.PDF, Optional.empty(), List.of(blocks), List.of());
    }

    private static Passage passage(String text) {
        return new Passage(text, Alignment.LEFT, false, false);
    }
}
