package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbedLogTest {
    /** Already the next day in Vietnam. */
    private final EmbedLog log = new EmbedLog(
            Clock.fixed(Instant.parse("2026-11-26T17:30:00Z"), ZoneOffset.UTC), Optional.of("https://loa.vn/"));

    @Test
    void a_site_is_counted_once_for_each_time_it_shows_an_embed() {
        log.asked("con-bo", "https://xa.vn/bai?nguoi=7", "iframe");
        log.asked("con-bo", "https://xa.vn/", null);

        assertThat(log.take()).singleElement().satisfies(counted -> {
            assertThat(counted.times()).isEqualTo(2);
            assertThat(counted.what())
                    .isEqualTo(new EmbedLog.Showing(LocalDate.of(2026, 11, 27), "con-bo", "https://xa.vn"));
        });
        assertThat(log.take()).isEmpty();
    }

    @Test
    void the_portal_itself_links_and_what_names_no_site_are_not_counted() {
        log.asked("con-bo", "https://loa.vn/nhung", "iframe");
        log.asked("con-bo", "https://xa.vn/", "document");
        log.asked("con-bo", null, "iframe");
        log.asked("con-bo", "made up", "iframe");

        assertThat(log.take()).isEmpty();
    }

    @Test
    void a_flood_of_made_up_sites_takes_bounded_memory_and_hides_none_that_was_there() {
        log.asked("con-bo", "https://xa.vn/", "iframe");
        for (var i = 0; i < 2 * EmbedLog.MOST_WAITING; i++) {
            log.asked("con-bo", "https://gia-" + i + ".vn/", "iframe");
        }
        log.asked("con-bo", "https://xa.vn/", "iframe");

        var taken = log.take();
        assertThat(taken).hasSize(EmbedLog.MOST_WAITING);
        assertThat(taken.get(0).times()).isEqualTo(2);
    }

    @Test
    void what_could_not_be_written_down_is_counted_again() {
        log.asked("con-bo", "https://xa.vn/", "iframe");
        log.giveBack(log.take());

        assertThat(log.take()).hasSize(1);
    }
}
