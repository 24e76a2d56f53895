package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, 1.4.11: what shows the focus differs from what is beside it by 3:1. */
class FocusRingTest {
    private static final double LEAST = 3;

    /** Header, footer, the head of the front page and the stage of a player, the same in the light and the dark colours. */
    private static final String INDIGO = "#151c49";

    private final String light;
    private final String dark;
    private final String stage;

    FocusRingTest() throws IOException {
        var sheet = Files.readString(Path.of("src/main/webapp/resources/styles/loa.css"));
        light = between(sheet, ":root{", "}");
        dark = between(sheet, "@media(prefers-color-scheme:dark){:root{", "}");
        stage = between(sheet, ".hero,.stage,.top>.w{", "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "card", "wash", "warm"})
    void the_ring_stands_out_on_every_ground(String ground) {
        assertThat(contrast(token(light, "ring"), token(light, ground))).isGreaterThanOrEqualTo(LEAST);
        assertThat(contrast(token(dark, "ring"), token(dark, ground))).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void the_ring_stands_out_on_indigo() {
        assertThat(contrast(token(light, "ring"), INDIGO)).isGreaterThanOrEqualTo(LEAST);
        assertThat(contrast(token(dark, "ring"), INDIGO)).isGreaterThanOrEqualTo(LEAST);
        assertThat(contrast(token(stage, "ring"), INDIGO)).isGreaterThanOrEqualTo(LEAST);
    }

    /** Over the pictures of a hero and a film, which are often dark, the ring is the bright one also by day. */
    @Test
    void the_ring_of_the_stage_is_brighter_than_that_of_a_light_page() {
        assertThat(contrast(token(stage, "ring"), "#000000")).isGreaterThan(contrast(token(light, "ring"), "#000000"));
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String token(String tokens, String name) {
        var found = Pattern.compile("--" + name + ":(#[0-9a-f]{6})(?:;|$)").matcher(tokens);
        assertThat(found.find()).as("the colour --%s", name).isTrue();
        return found.group(1);
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255d;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
