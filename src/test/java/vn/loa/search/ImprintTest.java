package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;

class ImprintTest {
    private final Imprint imprint = Imprint.of(List.of(Texts.of(Texts.FALLBACK, "Sở Văn hóa")));

    @Test
    void who_published_a_page_is_left_out_at_its_head_and_its_foot() {
        assertThat(imprint.without("Rửa tay\nbằng xà phòng.\nSở Văn hoá · 2025 · In 500 tờ"))
                .isEqualTo("Rửa tay\nbằng xà phòng.");
        assertThat(imprint.without("SỞ VĂN HÓA\nRửa tay")).isEqualTo("Rửa tay");
        assertThat(imprint.without("Sở Văn hóa · 2025")).isEmpty();
    }

    @Test
    void what_a_page_says_stays() {
        var page = "Rửa tay\nSở Văn hóa dặn thế.\nHỏi ở đâu? Sở Văn hóa";

        assertThat(imprint.without(page)).isEqualTo(page);
        assertThat(Imprint.of(List.of()).without(page)).isEqualTo(page);
        assertThat(imprint.without("")).isEmpty();
    }
}
