package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.Consent;
import vn.loa.catalog.Credit;
import vn.loa.catalog.ProductContent;
import vn.loa.common.JsonFields;
import vn.loa.common.Texts;

class ContentFormTest {
    private static final Consent GIVEN =
            new Consent("Chị Mẫu", "Ảnh trên cổng", LocalDate.of(2025, 5, 1), "Tủ 3", null);
    private static final Consent WITHDRAWN =
            new Consent("Anh Thử", "Giọng nói", LocalDate.of(2025, 5, 1), null, LocalDate.of(2025, 6, 1));

    @Test
    void what_a_form_shows_is_what_it_sends_with_withdrawn_consents_as_they_are() {
        var content = content("Tên", List.of("y-te", "viec-lam"), List.of(WITHDRAWN, GIVEN));

        var read = read(ContentForm.of(content), List.of(WITHDRAWN));

        assertThat(read.consents()).containsExactly(WITHDRAWN, GIVEN);
        assertThat(read.toJson()).isEqualTo(content.toJson());
    }

    @Test
    void what_only_one_has_changed_is_kept_and_what_both_have_is_told() {
        var before = ContentForm.of(content("Tên", List.of("y-te"), List.of()));
        var mine = ContentForm.of(content("Tên của tôi", List.of("y-te"), List.of()));
        var theirs = ContentForm.of(content("Tên của họ", List.of("y-te", "viec-lam"), List.of()));

        var merged = ContentClashes.of(mine, theirs, Optional.of(before));

        assertThat(merged.form().all("chu-de")).containsExactly("y-te", "viec-lam");
        assertThat(merged.taken()).containsExactly("chu-de");
        assertThat(merged.form().first("ten.vi")).isEqualTo("Tên của tôi");
        assertThat(merged.clashes())
                .extracting("name", "mine", "theirs")
                .containsExactly(tuple("ten.vi", "Tên của tôi", "Tên của họ"));
    }

    @Test
    void when_nobody_remembers_what_both_began_with_every_difference_is_told_and_nothing_taken() {
        var mine = ContentForm.of(content("Tên của tôi", List.of("y-te"), List.of()));
        var theirs = ContentForm.of(content("Tên của tôi", List.of("viec-lam"), List.of(GIVEN)));

        var merged = ContentClashes.of(mine, theirs, Optional.empty());

        assertThat(merged.taken()).isEmpty();
        assertThat(merged.clashes()).extracting("name").containsExactlyInAnyOrder("chu-de", "nguoi");
    }

    private static ProductContent content(String title, List<String> topics, List<Consent> consents) {
        return new ProductContent(
                "tin-bai",
                Texts.of(Map.of("vi", title)),
                Texts.of("vi", "Một câu."),
                Texts.of("vi", "<p>Chuyện ở bản.</p>"),
                topics,
                List.of("ho-ngheo"),
                List.of("01273"),
                null,
                2025,
                true,
                "chi-tieu",
                List.of(new Credit("Biên kịch", "Lò Thị Mẫu")),
                consents);
    }

    private static ProductContent read(ContentForm form, List<Consent> withdrawn) {
        var fields = new JsonFields(ContentFormJson.of(form, withdrawn));
        var content = ProductContent.read(fields);
        fields.finish();
        return content;
    }
}
