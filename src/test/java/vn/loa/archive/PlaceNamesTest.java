package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Taxonomies.LocalityItem;

class PlaceNamesTest {
    private static final LocalDate LONG_AGO = LocalDate.of(1975, 1, 1);
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

    private final PlaceNames names = new PlaceNames(List.of(
            unit("04", "Tỉnh Cao Bằng", null, null),
            unit("24", "Tỉnh Bắc Ninh", null, null),
            unit("01273", "Xã Bảo Lạc", "04", null),
            unit("042@1975-01-01", "Huyện Bảo Lạc", "04", MERGED),
            unit("01300", "Xã Quang Trung", "04", null),
            unit("07200", "Xã Quang Trung", "24", null),
            unit("07300", "Xã Tân Yên", "24", null),
            unit("01400", "Xã Tấn Yên", "04", null),
            unit("07400", "Xã Xã Đàn", "24", null)));

    private static LocalityItem unit(String code, String label, @Nullable String parent, @Nullable LocalDate to) {
        return new LocalityItem(code, Texts.of("vi", label), parent, "commune", LONG_AGO, to, List.of());
    }

    private List<String> codes(String written) {
        return names.of(written).stream().map(PlaceNames.Place::code).toList();
    }

    @Test
    void a_place_is_meant_by_its_name_with_or_without_its_kind_its_marks_and_capitals() {
        assertThat(codes("Cao Bằng")).containsExactly("04");
        assertThat(codes("tinh  cao bang ")).containsExactly("04");
        assertThat(codes("Xã Bảo Lạc")).containsExactly("01273");
        assertThat(codes("bao lac")).containsExactly("01273");
        assertThat(codes("Xã Đàn")).containsExactly("07400");
        assertThat(codes("Không đâu")).isEmpty();
    }

    @Test
    void one_that_is_no_more_is_meant_by_its_kind() {
        assertThat(codes("huyện Bảo Lạc")).containsExactly("042@1975-01-01");
    }

    @Test
    void places_of_one_name_are_told_apart_by_what_they_lie_in_or_all_of_them_are_told() {
        assertThat(names.of("quang trung"))
                .extracting(PlaceNames.Place::said)
                .containsExactly("Xã Quang Trung, Tỉnh Cao Bằng (01300)", "Xã Quang Trung, Tỉnh Bắc Ninh (07200)");
        assertThat(codes("Quang Trung, Bắc Ninh")).containsExactly("07200");
        assertThat(codes("quang trung, tinh cao bang")).containsExactly("01300");
        assertThat(codes("Quang Trung, Hà Nội")).isEmpty();
    }

    @Test
    void names_that_only_their_marks_tell_apart_are_told_apart_by_them() {
        assertThat(codes("Tân Yên")).containsExactly("07300");
        assertThat(codes("tan yen")).containsExactly("07300", "01400");
    }
}
