package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void columns_of_sentences_are_read_one_after_the_other_and_tables_across() {
        assertThat(Excerpts.of(document(
                        row("Rửa tay bằng xà phòng", "Vay vốn ở xã: mang"),
                        row("trước khi ăn và sau", "theo căn cước và đơn"),
                        row("khi đi vệ sinh.", "của cả nhà."))))
                .extracting(Excerpt::text)
                .containsExactly(
                        "Rửa tay bằng xà phòng trước khi ăn và sau khi đi vệ sinh.\nVay vốn ở xã: mang theo căn cước và đơn của cả nhà.");
        assertThat(Excerpts.of(document(row("Xã", "Số hộ"), row("Quang Hán", "120"), row("Đàm Thủy", "97"))))
                .extracting(Excerpt::text)
                .containsExactly("Xã Số hộ\nQuang Hán 120\nĐàm Thủy 97");
    }

    private static Block row(String one, String other) {
        return new Block.TableRow(
                1, 1, List.of(new Block.Cell(1, List.of(passage(one))), new Block.Cell(1, List.of(passage(other)))));
    }

    @Test
    void without_pages_a_heading_or_enough_text_begins_another() {
        var excerpts = Excerpts.of(document(
                new Block.Paragraph(0, passage("m".repeat(300))),
                new Block.Heading(0, 1, "", passage("Phần một")),
                new Block.Paragraph(0, passage("x".repeat(2_000))),
                new Block.Paragraph(0, passage("Phần sau."))));

        assertThat(excerpts).extracting(Excerpt::page).containsOnly(0);
        assertThat(excerpts)
                .extracting(Excerpt::text)
                .containsExactly("m".repeat(300), "Phần một\n" + "x".repeat(2_000), "Phần sau.");
    }

    @Test
    void without_pages_headings_with_little_between_them_stay_together() {
        var headings = Stream.generate(() -> new Block.Heading(0, 1, "", passage("Phần")))
                .limit(50_000);

        assertThat(Excerpts.of(document(headings.toArray(Block[]::new))))
                .hasSizeLessThan(1_000)
                .allSatisfy(excerpt -> assertThat(excerpt.text()).hasSizeLessThan(2_000));
    }

    @Test
    void what_is_longer_than_any_page_is_parted_between_words_and_nothing_of_it_lost() {
        var words = "giảm nghèo ".repeat(10_000).strip();

        var excerpts = Excerpts.of(document(new Block.Paragraph(7, passage(words))));

        assertThat(excerpts).hasSizeGreaterThan(5).allSatisfy(excerpt -> {
            assertThat(excerpt.page()).isEqualTo(7);
            assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(10_000);
        });
        assertThat(excerpts.stream().map(Excerpt::text).collect(Collectors.joining(" ")))
                .isEqualTo(words);
        assertThat(Excerpts.of(document(new Block.Paragraph(1, passage("😀".repeat(20_000))))))
                .allSatisfy(excerpt -> assertThat(excerpt.text().codePoints()).containsOnly(0x1F600));
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
