package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.web.WorkNotes.Part;

class WorkNotesTest {
    @Test
    void moments_within_a_note_are_found_and_nothing_is_lost() {
        assertThat(WorkNotes.of("1:23 sai tên bản; từ 01:02:03 nhỏ quá."))
                .isEqualTo(List.of(
                        new Part("1:23", 83),
                        new Part(" sai tên bản; từ ", null),
                        new Part("01:02:03", 3723),
                        new Part(" nhỏ quá.", null)));
    }

    @Test
    void what_only_looks_like_a_moment_is_text() {
        assertThat(WorkNotes.of("tỉ lệ 1:75, số 12:34:56:78"))
                .isEqualTo(List.of(new Part("tỉ lệ 1:75, số 12:34:56:78", null)));
    }
}
