package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.catalog.web.ChapterRows.Row;

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
        var form = Map.of("luc.2", " 1:23 ", "ten.2.vi", "Giữa", "ten.4.hmn", "Chỉ có tên");

        var rows = ChapterRows.sent(name -> form.getOrDefault(name, ""), List.of("vi", "hmn"));

        assertThat(rows)
                .containsExactly(
                        new Row(1, "1:23", Map.of("vi", "Giữa", "hmn", "")),
                        new Row(2, "", Map.of("vi", "", "hmn", "Chỉ có tên")));
        assertThat(ChapterRows.unreadable(rows)).containsExactly(new ChapterRows.Fault(2, "time"));
        assertThat(ChapterRows.withSpare(rows)).hasSize(5).startsWith(rows.get(0), rows.get(1));
    }

    @Test
    void rows_are_put_in_the_order_of_their_times() {
        var late = new Row(1, "2:00", Map.of("vi", "Sau"));
        var early = new Row(2, "0:30", Map.of("vi", "Trước"));

        assertThat(ChapterRows.sorted(List.of(late, early))).containsExactly(early, late);
        assertThat(ChapterRows.chapters(List.of(early)).get(0).startMillis()).isEqualTo(30_000);
    }
}
