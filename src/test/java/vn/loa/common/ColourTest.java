package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColourTest {
    @Test
    void six_hexadecimal_digits_are_a_colour_and_nothing_else_is() {
        assertThat(Colour.read(" #27337A ")).contains(new Colour(0x27, 0x33, 0x7a));
        assertThat(Colour.read("27337a").map(Colour::css)).contains("#27337a");
        assertThat(Colour.read("#fff")).isEmpty();
        assertThat(Colour.read("red;}body{")).isEmpty();
        assertThat(Colour.read("")).isEmpty();
    }

    @Test
    void contrast_is_that_of_the_guidelines() {
        var white = Colour.of("ffffff");
        assertThat(Colour.of("000000").contrast(white)).isCloseTo(21, within(0.001));
        assertThat(white.contrast(white)).isCloseTo(1, within(0.001));
        // The greys that the guidelines' own explanations name.
        assertThat(Colour.of("767676").contrast(white)).isCloseTo(4.54, within(0.01));
        assertThat(Colour.of("777777").contrast(white)).isCloseTo(4.48, within(0.01));
    }

    @Property
    void a_colour_comes_back_from_the_space_of_what_people_see(@ForAll @IntRange(max = 0xffffff) int digits) {
        var colour = Colour.of(String.format("%06x", digits));
        var back = Oklch.of(colour).colour();

        assertThat(Math.abs(back.red() - colour.red())).isLessThanOrEqualTo(4);
        assertThat(Math.abs(back.green() - colour.green())).isLessThanOrEqualTo(4);
        assertThat(Math.abs(back.blue() - colour.blue())).isLessThanOrEqualTo(4);
    }
}
