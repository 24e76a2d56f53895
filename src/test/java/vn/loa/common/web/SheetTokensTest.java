package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetTokensTest {
    private static final String SHEET =
            ":root{--cham:#111111;--on:#fff}@media(prefers-color-scheme:dark){:root{--cham:#eeeeee;--on:#000}}a{color:var(--cham)}";

    @Test
    void tokens_have_one_value_by_day_and_one_by_night() {
        assertThat(new SheetTokens(Map.of("cham", "#222222"), Map.of("cham", "#dddddd", "on", "#010101")).in(SHEET))
                .isEqualTo(
                        ":root{--cham:#222222;--on:#fff}@media(prefers-color-scheme:dark){:root{--cham:#dddddd;--on:#010101}}a{color:var(--cham)}");
    }

    @Test
    void without_values_the_sheet_stays_as_it_was_written() {
        assertThat(SheetTokens.NONE.in(SHEET)).isEqualTo(SHEET);
    }

    @Test
    void a_sheet_can_be_shown_as_by_night_on_a_machine_that_is_light() {
        assertThat(SheetTokens.always(true, SHEET)).contains("@media all{:root");
        assertThat(SheetTokens.always(false, SHEET)).contains("@media not all{:root");
    }

    @Test
    void the_sheet_of_all_pages_has_each_token_that_a_look_replaces() throws IOException {
        var sheet = Files.readString(Path.of("src/main/webapp/resources/styles/loa.css"));
        var light = Map.of("cham", "#aaaaa1", "own", "#aaaaa2", "deep", "#aaaaa3", "wash", "#aaaaa4", "mid", "#aaaaa5");
        var dark = Map.of(
                "cham", "#bbbbb1", "on", "#bbbbb2", "paper", "#bbbbb3", "card", "#bbbbb4", "line", "#bbbbb5", "wash",
                "#bbbbb6");

        var worn = new SheetTokens(light, dark).in(sheet);

        assertThat(worn.substring(0, worn.indexOf("@media"))).contains(light.values());
        assertThat(worn.substring(worn.indexOf("@media"), worn.indexOf("*,:before")))
                .contains(dark.values());
        assertThat(worn).hasSameSizeAs(sheet);
    }
}
