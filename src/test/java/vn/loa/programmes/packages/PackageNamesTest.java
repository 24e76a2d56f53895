package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackageNamesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** What every file system, player and program for archives takes. */
    private static final String SAFE = "[0-9a-z][0-9a-z-]*(\\.mp3)?";

    @Test
    void names_say_what_is_in_them() {
        assertThat(PackageNames.ofPackage("01393", DAY, DAY.plusDays(6))).isEqualTo("loa-01393-20261123-20261129");
        assertThat(PackageNames.ofPackage("01393@2025-07-01", DAY, DAY))
                .isEqualTo("loa-01393-2025-07-01-20261123-20261123");
        assertThat(PackageNames.ofDay(DAY)).isEqualTo("2026-11-23-thu-hai");
        assertThat(PackageNames.ofDay(DAY.plusDays(6))).isEqualTo("2026-11-29-chu-nhat");
        assertThat(PackageNames.ofBlock(DAY.atTime(5, 30), new HashSet<>())).isEqualTo("0530");
        assertThat(PackageNames.ofSound(3, 12, "con-bo-cua-nha-ong-pao", "hmn", "audio/mpeg"))
                .isEqualTo("03-con-bo-cua-nha-ong-pao-hmn.mp3");
        assertThat(PackageNames.ofSound(1, 1, "Nước sạch về bản, bà con ơi!", "vi", "audio/mpeg"))
                .isEqualTo("01-nuoc-sach-ve-ban-ba-con-oi-vi.mp3");
        assertThat(PackageNames.ofSound(1, 1, "🙂", "vi", "audio/mpeg")).isEqualTo("01-am-thanh-vi.mp3");
    }

    @Test
    void a_long_title_ends_between_words() {
        assertThat(PackageNames.ofSound(1, 1, "mot-hai-ba-bon-nam-".repeat(10), "vi", "audio/mpeg"))
                .isEqualTo("01-mot-hai-ba-bon-nam-mot-hai-ba-bon-nam-mot-hai-ba-bon-nam-mot-vi.mp3");
    }

    @Property
    void whatever_a_title_is_its_file_is_named_safely(
            @ForAll String title, @ForAll String language, @ForAll @IntRange(min = 1, max = 2000) int number) {
        var name = PackageNames.ofSound(number, 2000, title, language, "audio/mpeg");

        assertThat(name).matches(SAFE).doesNotContain("..").hasSizeLessThanOrEqualTo(140);
    }

    @Property
    void files_sorted_by_name_are_in_the_order_in_which_they_are_played(
            @ForAll @Size(min = 1, max = 150) List<String> titles) {
        var names = IntStream.range(0, titles.size())
                .mapToObj(i -> PackageNames.ofSound(i + 1, titles.size(), titles.get(i), "vi", "audio/mpeg"))
                .toList();

        assertThat(names).isSorted();
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct())
                .as("also where large and small letters are the same")
                .hasSameSizeAs(names);
    }

    @Property
    void folders_of_a_day_sorted_by_name_are_in_order_of_time(
            @ForAll @Size(max = 30) List<@IntRange(max = 86_399) Integer> seconds) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        seconds.stream().sorted().forEach(second -> {
            var begins = LocalDateTime.of(DAY, LocalTime.ofSecondOfDay(second));
            var name = PackageNames.ofBlock(begins, taken);
            assertThat(name).matches(SAFE);
            assertThat(taken.add(name)).as("no two have one folder").isTrue();
            names.add(name);
        });

        assertThat(names).isSorted();
    }
}
