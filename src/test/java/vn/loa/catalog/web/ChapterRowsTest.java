package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.web.ChapterRows.Row;
import vn.loa.common.Texts;

class ChapterRowsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0:00, 0",
        "1:23, 1:23, 83000",
        "83, 1:23, 83000",
        "90:05, 1:30:05, 5405000",
        "1:02:03, 1:02:03, 3723000",
        "1:23.5, 1:23.5, 83500",
        "0:00.005, 0:00.005, 5"
    })
    void times_are_read_as_people_write_them_and_written_in_one_way(String written, String again, long millis) {
        assertThat(ChapterRows.read(written)).contains(millis);
        assertThat(ChapterRows.written(millis)).isEqualTo(again);
        assertThat(ChapterRows.read(again)).contains(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "một phút", "1:60", "1:60:00", "-1", "1:2:3:4", "1:", "999999", "1e3", "1:23.1234"})
    void what_is_no_time_is_not_guessed_at(String written) {
        assertThat(ChapterRows.read(written)).isEmpty();
    }

    @Test
    void empty_rows_are_left_out_and_the_others_keep_what_was_written() {
        var form = Map.of("cu.2", "1:20", "luc.2", " 1:23 ", "ten.2.vi", "Giữa", "ten.4.hmn", "Chỉ có tên");

        var rows = ChapterRows.sent(name -> form.getOrDefault(name, ""), List.of("vi", "hmn"));

        assertThat(rows)
                .containsExactly(
                        new Row(1, "1:20", "1:23", Map.of("vi", "Giữa", "hmn", "")),
                        new Row(2, "", "", Map.of("vi", "", "hmn", "Chỉ có tên")));
        assertThat(ChapterRows.unreadable(rows)).containsExactly(new ChapterRows.Fault(2, "time"));
        assertThat(ChapterRows.withSpare(rows)).hasSize(5).startsWith(rows.get(0), rows.get(1));
    }

    @Test
    void rows_are_put_in_the_order_of_their_times() {
        var late = new Row(1, "", "2:00", Map.of("vi", "Sau"));
        var early = new Row(2, "", "0:30", Map.of("vi", "Trước"));

        assertThat(ChapterRows.sorted(List.of(late, early))).containsExactly(early, late);
        assertThat(ChapterRows.chapters(List.of(early), List.of(), List.of("vi"))
                        .get(0)
                        .startMillis())
                .isEqualTo(30_000);
    }

    @Test
    void titles_in_languages_that_are_not_written_here_stay_with_their_chapter_when_it_is_moved() {
        var before = List.of(
                new Chapter(30_000, Texts.of(Map.of("vi", "Trước", "en", "Before"))),
                new Chapter(60_500, Texts.of(Map.of("vi", "Sau", "en", "After", "tyz", "Lăng"))));
        var moved = new Row(1, "1:00.5", "0:30", Map.of("vi", "Sau này", "tyz", ""));
        var added = new Row(2, "", "1:00.5", Map.of("vi", "Thêm", "tyz", ""));

        var chapters = ChapterRows.chapters(List.of(moved, added), before, List.of("vi", "tyz"));

        assertThat(chapters.get(0).title()).isEqualTo(Texts.of(Map.of("vi", "Sau này", "en", "After")));
        assertThat(chapters.get(1).title()).isEqualTo(Texts.of("vi", "Thêm"));
    }
}
