package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerFoldersTest {
    private static final List<String> ALL = List.of("01273", "01393", "dai-tinh", "kho-2024");
    private static final Map<String, String> UNITS = Map.of("01273", "Xã Một", "01393", "Xã Hai");
    private static final Map<String, List<String>> WITHIN =
            Map.of("01273", List.of("anh", "tieng"), "01393", List.of("cu"));

    @Test
    void who_is_confined_sees_what_is_of_their_unit_and_nothing_that_lies_beside() {
        assertThat(ServerFolders.visible(ALL, UNITS, true, "Xã Một"::equals, WITHIN::get))
                .containsExactly("01273/anh", "01273/tieng");
    }

    @Test
    void editors_of_the_province_see_all() {
        assertThat(ServerFolders.visible(ALL, UNITS, false, unit -> true, WITHIN::get))
                .containsExactly("01273/anh", "01273/tieng", "01393/cu", "dai-tinh", "kho-2024");
    }

    @Test
    void a_number_that_is_no_unit_is_a_folder_like_others() {
        assertThat(ServerFolders.visible(List.of("2024"), UNITS, true, unit -> true, WITHIN::get))
                .isEmpty();
        assertThat(ServerFolders.visible(List.of("2024"), UNITS, false, unit -> true, WITHIN::get))
                .containsExactly("2024");
    }
}
