package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodcastRoleTest {
    @Test
    void what_editors_write_has_a_name_in_the_taxonomy_of_podcasts() {
        assertThat(PodcastRole.of("Đạo diễn")).hasValue(new PodcastRole("creative direction", "director"));
        assertThat(PodcastRole.of(" giọng đọc ")).hasValue(new PodcastRole("cast", "narrator"));
        assertThat(PodcastRole.of("Kịch bản")).hasValue(new PodcastRole("writing", "writer"));
    }

    /** Programs would take them for hosts. */
    @Test
    void what_has_no_name_there_is_not_said() {
        assertThat(PodcastRole.of("Cố vấn tiếng Mông")).isEmpty();
    }
}
