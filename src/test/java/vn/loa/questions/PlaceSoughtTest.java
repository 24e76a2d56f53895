package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Locality;

class PlaceSoughtTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2004, 7, 8);

    private final Locality cao = unit("04", "Cao Bằng", "Tỉnh", Level.PROVINCE, null, null);
    private final Locality ninh = unit("24", "Bắc Ninh", "Tỉnh", Level.PROVINCE, null, null);
    private final Locality lung = unit("01393", "Lũng Nặm", "Xã", Level.COMMUNE, cao, null);
    private final Locality hung = unit("01351", "Hưng Đạo", "Xã", Level.COMMUNE, cao, null);
    private final Locality other = unit("09999", "Hưng Đạo", "Xã", Level.COMMUNE, ninh, null);
    private final Locality former = unit("01400", "Vân An", "Xã", Level.COMMUNE, cao, TODAY);
    private final List<Locality> all = List.of(cao, ninh, lung, hung, other, former);

    PlaceSoughtTest() {
        former.becomes(lung);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã Lũng Nặm",
                "lung nam",
                "LŨNG NẶM",
                "Xã Lũng Nặm, Tỉnh Cao Bằng",
                "01393",
                "xa  lung-nam",
                "Lung Nam commune"
            })
    void a_place_is_found_by_its_name_however_it_is_typed(String typed) {
        assertThat(PlaceSought.of(typed, all).units()).containsExactly(lung);
    }

    @Test
    void of_two_with_one_name_both_may_be_meant_until_the_province_is_said() {
        assertThat(PlaceSought.of("hưng đạo", all).units()).containsExactly(hung, other);
        assertThat(PlaceSought.of(PlaceSought.withinParent(other), all).units()).containsExactly(other);
    }

    @Test
    void a_name_that_is_no_more_leads_to_what_has_become_of_the_place() {
        assertThat(PlaceSought.of("xã Vân An", all).units()).containsExactly(lung);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "???", "Lũng", "không có"})
    void nothing_is_called_by_part_of_a_name(String typed) {
        assertThat(PlaceSought.of(typed, all).units()).isEmpty();
    }

    private static Locality unit(
            String code,
            String name,
            String kind,
            Level level,
            @org.jspecify.annotations.Nullable Locality parent,
            @org.jspecify.annotations.Nullable LocalDate until) {
        return new Locality(
                code,
                name,
                kind,
                Texts.of(java.util.Map.of("vi", kind + " " + name, "en", name + " commune")),
                level,
                parent,
                until == null ? TODAY : BEFORE,
                until);
    }
}
