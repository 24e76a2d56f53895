package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.web.ChapterRows.Row;

class ChapterMeetingTest {
    private static final List<String> LANGUAGES = List.of("vi");
    private static final List<Row> BASE = List.of(row("0:00", "0:00", "Mở"), row("1:00", "1:00", "Giữa"));

    @Test
    void what_one_adds_moves_and_takes_away_is_so_when_the_other_left_it_alone() {
        var met = ChapterMeeting.of(
                BASE,
                List.of(row("0:00", "0:00", "Mở"), row("1:00", "1:10", "Giữa"), row("", "2:00", "Kết")),
                List.of(row("1:00", "1:00", "Ở giữa"), row("3:00", "3:00", "Thêm")),
                LANGUAGES);

        assertThat(met.clashes()).isEmpty();
        assertThat(met.rows())
                .extracting(row -> row.was() + " " + row.at() + " " + row.title("vi"))
                .containsExactly("1:00 1:10 Ở giữa", " 2:00 Kết", "3:00 3:00 Thêm");
    }

    @Test
    void what_one_changed_and_the_other_took_away_stays_until_somebody_has_decided() {
        var met = ChapterMeeting.of(
                BASE, List.of(row("1:00", "1:00", "Của tôi")), List.of(row("0:00", "0:00", "Của họ")), LANGUAGES);

        assertThat(met.rows()).extracting(row -> row.title("vi")).containsExactly("Của họ", "Của tôi");
        assertThat(met.clashes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("luc.1", ChapterMeeting.BACK, "luc.2", ChapterMeeting.GONE));
    }

    @Test
    void a_page_says_the_chapters_that_it_was_made_of() {
        assertThat(ChapterMeeting.read(ChapterMeeting.written(BASE)))
                .extracting(row -> row.was() + " " + row.at() + " " + row.title("vi"))
                .containsExactly("0:00 0:00 Mở", "1:00 1:00 Giữa");
    }

    private static Row row(String was, String at, String title) {
        return new Row(0, was, at, Map.of("vi", title));
    }
}
