package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Search over questions, over several kinds at once, and within a range of years. */
@UsesPortal
class KindsAndYearsIT {
    private static final int FIRST = 2019;
    private static final int LAST = 2027;

    private final Portal portal;

    KindsAndYearsIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tieu pham tieng mong nghe o dau",
                "tiểu phẩm bằng tiếng H'Mông",
                "nguoi gia chi nghe duoc tieng mong"
            })
    void a_question_is_found_by_its_title_and_by_its_words(String words) {
        var answer = search("kind=question&q=" + encode(words));

        var first = answer.getJsonArray("items").getJsonObject(0);
        assertThat(first.getString("url")).isEqualTo(PublicAddresses.QUESTION);
        assertThat(first.getString("kind")).isEqualTo("question");
        assertThat(first.getString("snippet")).contains("<mark>");
    }

    @Test
    void an_answer_is_found_by_what_it_says_and_quoted() {
        var item = search("kind=question&q=" + encode("1288/QĐ-BTTTT"))
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(item.getString("url")).contains("dai-truyen-thanh-xa");
        assertThat(item.getString("snippet")).contains("<mark>1288/QĐ-BTTTT</mark>");
    }

    @Test
    void the_page_shows_questions_as_a_group_of_their_own() {
        assertThat(portal.get("/tim-kiem?q=" + encode("tieng mong nghe o dau")).body())
                .contains("id=\"hd\"", "href=\"" + PublicAddresses.QUESTION + "\"");
        assertThat(portal.get("/tim-kiem?q=" + encode("tieng mong nghe o dau") + "&the-loai=tieu-pham")
                        .body())
                .as("filters are of products")
                .doesNotContain("id=\"hd\"");
    }

    @ParameterizedTest
    @CsvSource({"'cue,product', 'product'", "'question,cue', 'question'", "'plan,cue,question', 'plan,question'"})
    void cues_come_after_all_else_that_was_asked_for_page_by_page_without_a_gap(String kinds, String wholes) {
        var words = "&q=" + encode("vay vốn");
        var whole = search("kind=" + wholes + words).getJsonNumber("total").intValue();
        var said = search("kind=cue" + words).getJsonNumber("total").intValue();
        var size = 5;

        var found = new ArrayList<JsonObject>();
        IntStream.rangeClosed(1, (whole + said + size - 1) / size).forEach(page -> {
            var answer = search("kind=" + kinds + words + "&size=" + size + "&page=" + page);
            assertThat(answer.getJsonNumber("total").intValue()).isEqualTo(whole + said);
            found.addAll(answer.getJsonArray("items").getValuesAs(JsonObject.class));
        });

        assertThat(found).hasSize(whole + said).doesNotHaveDuplicates();
        assertThat(found.subList(0, whole))
                .noneMatch(item -> item.getString("kind").equals("cue"));
        assertThat(found.subList(whole, found.size())).allSatisfy(item -> {
            assertThat(item.getString("kind")).isEqualTo("cue");
            assertThat(item.getJsonNumber("startSeconds").doubleValue()).isNotNegative();
        });
    }

    @Test
    void a_range_of_years_gives_as_many_as_its_years_promise() {
        // What other tests have just written may still be on its way into the index.
        Until.holds(() -> portal.sql().number("select count(*) from search_outbox") == 0);
        var all = products("facets=true");
        for (var range : new int[][] {{2024, 2025}, {2025, 2025}, {FIRST, LAST}, {2026, 2024}}) {
            var first = Math.min(range[0], range[1]);
            var last = Math.max(range[0], range[1]);
            var promised = all.getJsonObject("facets").getJsonArray("year").getValuesAs(JsonObject.class).stream()
                    .filter(year -> Integer.parseInt(year.getString("code")) >= first
                            && Integer.parseInt(year.getString("code")) <= last)
                    .mapToInt(year -> year.getInt("count"))
                    .sum();
            var found = products("facets=true&from=" + range[0] + "&to=" + range[1]);
            assertThat(found.getInt("total")).as("%d to %d", range[0], range[1]).isEqualTo(promised);
            var shown = promised == 0 ? "Không có sản phẩm nào như vậy" : promised + " sản phẩm";
            assertThat(Until.answer(
                            () -> portal.get("/san-pham?tu-nam=" + range[0] + "&den-nam=" + range[1])
                                    .body(),
                            body -> body.contains(shown)))
                    .contains("Năm " + first + "–" + last);
        }
        assertThat(products("from=2025").getInt("total")).isPositive();
        assertThat(products("from=2025&year=2025").getInt("total"))
                .isEqualTo(products("year=2025").getInt("total"));
    }

    @Test
    void each_year_offered_within_a_range_leads_to_as_many_as_it_promises() {
        Until.holds(() -> portal.sql().number("select count(*) from search_outbox") == 0);
        for (var range : List.of("from=2024&to=2025", "from=2025&to=2025&year=2025", "to=2024")) {
            var offered =
                    products("facets=true&" + range).getJsonObject("facets").getJsonArray("year");
            assertThat(offered).as(range).isNotEmpty();
            for (var year : offered.getValuesAs(JsonObject.class)) {
                var alone = range.replace("&year=2025", "") + "&year=" + year.getString("code");
                assertThat(products(alone).getInt("total")).as(alone).isEqualTo(year.getInt("count"));
            }
        }
    }

    @Test
    void whoever_gives_up_a_range_and_its_years_gets_as_many_as_was_said() {
        Until.holds(() -> portal.sql().number("select count(*) from search_outbox") == 0);
        var all = products("").getInt("total");

        assertThat(portal.get("/san-pham?tu-nam=1801&den-nam=1802&nam=2025").body())
                .contains("href=\"/san-pham\"", String.valueOf(all));
    }

    @Test
    void a_range_goes_with_other_filters_and_is_taken_back_by_one_link() {
        var page = portal.get("/san-pham?the-loai=tieu-pham&tu-nam=2025").body();

        assertThat(page)
                .contains("Từ năm 2025", "<a class=\"btn\" href=\"/san-pham?the-loai=tieu-pham\">")
                .contains("name=\"the-loai\" value=\"tieu-pham\"", "name=\"tu-nam\"", "value=\"2025\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tu-nam=abc", "den-nam=-1", "tu-nam=99999", "tu-nam=2025%5D+OR+%5B*"})
    void what_is_no_year_is_named_and_narrows_nothing(String query) {
        var answer = portal.get("/san-pham?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("không phải là năm", "href=\"/san-pham/")
                .doesNotContain("Từ năm abc", "Không có sản phẩm nào như vậy");
    }

    @Test
    void an_end_that_is_no_year_is_open() {
        assertThat(portal.get("/san-pham?den-nam=2025&tu-nam=abc").body())
                .contains("“abc” không phải là năm", "Đến năm 2025");
    }

    @Test
    void days_of_publication_go_on_working_and_what_is_neither_is_named() {
        assertThat(portal.get("/api/v1/products?from=2025-01-01&to=2100-01-01").statusCode())
                .isEqualTo(200);
        var wrong = portal.get("/api/v1/products?from=20a5&to=202");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"from\"", "\"to\"", "must be a year like 2022 or a date");
    }

    private JsonObject search(String query) {
        return json("/api/v1/search?" + query);
    }

    private JsonObject products(String query) {
        return json("/api/v1/products?size=1&" + query);
    }

    private JsonObject json(String path) {
        var answer = portal.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
