package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.StationSound;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Texts;
import vn.loa.programmes.PublicProgrammes.Span;

class CalendarFeedTest {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 23, 5, 0);

    private static final UUID PROGRAMME = UUID.fromString("6a0e3d2c-4a35-5a7e-9d0b-1f4f2b7c8d90");

    private static final Instant CHANGED = Instant.parse("2026-11-20T01:02:03Z");

    private static String written(String title, String page) {
        var sound = new StationSound(
                1,
                "x",
                Texts.of("vi", title),
                "tieu-pham",
                Texts.none(),
                "hmn",
                Duration.ofSeconds(61),
                "/media/x",
                "audio/mpeg",
                1,
                "ab",
                Instant.EPOCH,
                false);
        var block = new PlayedDay.Block(
                BEGIN, BEGIN.plusMinutes(30), false, List.of(new PlayedDay.Line(BEGIN, sound, ItemPriority.NORMAL)));
        var day = new PlayedDay(LocalDate.of(2026, 11, 23), null, List.of(block));
        return CalendarFeed.of(
                new Span(PROGRAMME, "01393@2025-07-01", Texts.of("vi", "Xã Lũng Nặm"), List.of(day), CHANGED, 7),
                "Lịch",
                each -> "Phát thanh",
                code -> "Tiếng Mông",
                page);
    }

    @Test
    void what_has_a_meaning_in_calendars_is_escaped() {
        assertThat(written("Một, hai; ba \\ bốn\r\nEND:VEVENT", "").replace("\r\n ", ""))
                .contains("DESCRIPTION:05:00:00  Một\\, hai\\; ba \\\\ bốn\\nEND:VEVENT (Tiếng Mông)\r\n");
    }

    @Test
    void long_lines_are_folded_between_letters_and_come_back_whole() {
        var title = "Nước sạch về bản, bà con ơi! 🙂 ".repeat(20).strip();
        var feed = written(title, "https://loa.example.vn/lich-phat/01393");
        assertThat(feed.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\ufffd");
        });
        assertThat(feed.replace("\r\n ", "")).contains(title.replace(",", "\\,"));
    }

    @Test
    void an_event_has_a_name_of_its_own_and_the_time_of_vietnam() {
        assertThat(written("Một", "https://loa.example.vn/lich-phat/01393"))
                .contains(
                        "UID:" + PortalIdentity.name(PROGRAMME, "20261123T050000") + "\r\n",
                        "DTSTAMP:20261120T010203Z\r\n",
                        "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T050000\r\n",
                        "DTEND;TZID=Asia/Ho_Chi_Minh:20261123T053000\r\n",
                        "URL:https://loa.example.vn/lich-phat/01393\r\n",
                        "SEQUENCE:7\r\n");
        assertThat(written("Một", "")).doesNotContain("URL:");
    }
}
