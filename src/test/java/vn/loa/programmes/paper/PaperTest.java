package vn.loa.programmes.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.paper.PaperTable.Cell;

class PaperTest {
    @FunctionalInterface
    private interface Drawing {
        void on(Paper paper) throws IOException;
    }

    private static byte[] written(Drawing drawing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = Paper.across("Thử", "vi")) {
            paper.number(7);
            drawing.on(paper);
            paper.write(out);
        }
        return out.toByteArray();
    }

    private static String text(byte[] paper, int page) throws IOException {
        try (var pdf = Loader.loadPDF(paper)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        }
    }

    @Test
    void lines_are_broken_between_words_and_within_a_word_that_is_wider_than_the_room() throws IOException {
        try (var paper = Paper.upright("Thử", "vi")) {
            var font = paper.font();
            var room = font.width("Nước sạch", 10) + 1;

            assertThat(font.lines("Nước sạch về bản", 10, room)).containsExactly("Nước sạch", "về bản");
            assertThat(font.lines("mmmmmmmmmmmmmmmm", 10, room))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(line -> assertThat(font.width(line, 10)).isLessThanOrEqualTo(room));
            assertThat(font.lines("", 10, room)).containsExactly("");
        }
    }

    @Test
    void a_letter_that_the_font_does_not_have_is_a_question_mark_and_stops_nothing() throws IOException {
        var paper = written(sheet -> {
            sheet.turn();
            sheet.text("Loa 😀 phường\n", 40, 40, 10, Paper.Style.SLANTED);
        });

        assertThat(text(paper, 1)).contains("Loa ? phường?");
    }

    @Test
    void a_row_that_does_not_fit_goes_to_the_next_page_below_the_names_of_the_columns() throws IOException {
        var paper = written(sheet -> {
            var table = new PaperTable(new PaperFlow(sheet), new float[] {1, 3}, List.of("Số", "Tên"));
            for (var i = 1; i <= 40; i++) {
                table.row(List.of(Cell.number(String.valueOf(i)), Cell.of("hàng " + i + "!")));
            }
        });

        assertThat(text(paper, 1)).contains("Tên", "hàng 1!").doesNotContain("hàng 40!");
        assertThat(text(paper, 2)).contains("Số", "Tên", "hàng 40!").doesNotContain("hàng 1!");
    }

    @Test
    void a_row_that_is_higher_than_a_page_goes_on_and_loses_nothing() throws IOException {
        var paper = written(sheet -> new PaperTable(new PaperFlow(sheet), new float[] {1, 9}, List.of("Số", "Tên"))
                .row(List.of(Cell.of("dài ".repeat(200) + "hết"), Cell.of("ngắn"))));

        assertThat(text(paper, 1)).contains("ngắn");
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf).split("dài", -1)).hasSize(201);
            assertThat(text(paper, pdf.getNumberOfPages())).contains("hết", "Tên");
        }
    }

    @Test
    void the_same_paper_is_the_same_file() throws IOException {
        Drawing drawing = sheet -> {
            sheet.turn();
            sheet.text("Loa", 40, 40, 10, Paper.Style.BOLD);
        };

        assertThat(written(drawing)).isEqualTo(written(drawing));
    }
}
