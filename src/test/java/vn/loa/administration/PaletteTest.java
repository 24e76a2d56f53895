package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Colour;
import vn.loa.common.Oklch;

class PaletteTest {
    @ParameterizedTest
    @ValueSource(strings = {"27337a", "1f5a3c", "8e1a28", "7a4613", "5e2a63", "17596b", "000000", "4d4d4d"})
    void everything_is_readable_by_day_and_by_night_in_colours_that_people_would_choose(String accent) {
        assertThat(Palette.of(Colour.of(accent)).measured())
                .allSatisfy(one -> assertThat(one.ratio()).as(one.where()).isGreaterThanOrEqualTo(Palette.LEAST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"27337a", "1f5a3c", "8e1a28", "7a4613", "006d6d", "6a4c00", "000000"})
    void the_ring_of_what_has_the_focus_stands_out_on_bars_and_grounds(String accent) throws IOException {
        var palette = Palette.of(Colour.of(accent));

        assertThat(Files.readString(Path.of("src/main/webapp/resources/styles/loa.css")))
                .contains("--ring:" + Palette.RING.css());
        assertThat(palette.bar().contrast(Palette.RING)).isGreaterThanOrEqualTo(Palette.LEAST_OF_RINGS);
        assertThat(palette.wash().contrast(Palette.RING)).isGreaterThanOrEqualTo(Palette.LEAST_OF_RINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffcc00", "ff9900", "7fff7f", "ffffff", "808080", "ff0000"})
    void what_is_too_faint_is_told_with_its_ratio_and_a_readable_one_of_the_same_hue_is_found(String accent) {
        var wanted = Colour.of(accent);

        assertThat(Palette.of(wanted).fault())
                .hasValueSatisfying(worst -> assertThat(worst.ratio()).isLessThan(Palette.LEAST));

        var instead = Palette.readable(wanted);
        assertThat(Palette.of(instead).fault()).isEmpty();
        if (Oklch.of(wanted).chroma() > 0.01) {
            assertThat(Oklch.of(instead).hue()).isCloseTo(Oklch.of(wanted).hue(), within(0.12));
        }
    }

    @Test
    void a_readable_accent_stays_as_it_was_chosen() {
        assertThat(Palette.readable(Colour.of("1f5a3c"))).isEqualTo(Colour.of("1f5a3c"));
    }

    @Test
    void the_palette_of_the_indigo_that_comes_with_the_portal_is_nearly_the_one_it_comes_with() {
        var palette = Palette.of(Colour.of("27337a"));

        assertThat(near(palette.wash(), "ebedf8")).isTrue();
        assertThat(near(palette.night(), "b6c0ff")).isTrue();
        assertThat(palette.dark())
                .hasEntrySatisfying(
                        "paper", colour -> assertThat(near(colour, "101228")).isTrue());
    }

    private static boolean near(Colour one, String other) {
        var known = Oklch.of(Colour.of(other));
        var seen = Oklch.of(one);
        return Math.abs(known.lightness() - seen.lightness()) < 0.05 && Math.abs(known.chroma() - seen.chroma()) < 0.05;
    }

    @Test
    void other_hues_give_other_grounds() {
        var green = Palette.of(Colour.of("1f5a3c"));
        var red = Palette.of(Colour.of("8e1a28"));

        assertThat(green.bar()).isNotEqualTo(red.bar());
        assertThat(green.byNight()).isNotEqualTo(red.byNight());
        assertThat(green.byDay()).containsEntry("cham", Colour.of("1f5a3c"));
    }
}
