package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbedNameTest {
    @Test
    void a_list_is_called_by_what_narrows_it_and_not_by_how_it_looks() {
        assertThat(EmbedName.of("/nhung/danh-sach", "so=3&tieng=hmn&mau=aa0000&the-loai=tieu-pham&nhe=1&hl=en&q="))
                .hasValue("danh-sach/the-loai=tieu-pham&tieng=hmn");
        assertThat(EmbedName.of("/nhung/danh-sach", "bo-cuc=the")).hasValue("danh-sach");
        assertThat(EmbedName.of("/nhung/danh-sach", null)).hasValue("danh-sach");
    }

    @Test
    void a_work_is_called_by_its_address_whatever_is_chosen_of_it() {
        assertThat(EmbedName.of("/nhung/con-bo", "tieng=hmn")).hasValue("con-bo");
        assertThat(EmbedName.of("/nhung/<script>", null)).isEmpty();
        assertThat(EmbedName.of("/san-pham/con-bo", null)).isEmpty();
    }

    @Test
    void a_list_that_somebody_made_endlessly_long_is_a_list() {
        assertThat(EmbedName.of(
                        "/nhung/danh-sach", "q=" + "a".repeat(190) + "&chu-de=" + "b".repeat(190) + "&nam=2025"))
                .hasValue("danh-sach");
    }

    @Test
    void what_it_is_called_leads_to_it() {
        assertThat(EmbedName.address("danh-sach/q=vay+v%E1%BB%91n")).hasToString("/nhung/danh-sach?q=vay+v%E1%BB%91n");
        assertThat(EmbedName.address("danh-sach")).hasToString("/nhung/danh-sach");
        assertThat(EmbedName.address("con-bo")).hasToString("/nhung/con-bo");
    }
}
