package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class SearchIT {
    private final Portal portal;

    SearchIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    @Test
    void unaccented_words_find_products_and_plans() {
        var found = ask("/search?q=giam+ngheo+ve+thong+tin");

        assertThat(found.getInt("total")).isPositive();
        assertThat(strings(found, "kind")).contains("plan");
        assertThat(found.getJsonArray("items").toString()).contains("<mark>");
    }

    @Test
    void what_has_changed_since_it_was_indexed_is_not_quoted() {
        var query = "/search?kind=product&q=nguoi+dan";
        var slug = quoted(query).stream()
                .filter(this::isReviewedSample)
                .findFirst()
                .orElseThrow();
        var track = "(select min(t.id)" + reviewed(slug) + ")";
        IndexState.change(portal, "update track set version = version + 1 where id = " + track);
        try {
            Until.holds(() -> !quoted(query).contains(slug));
            assertThat(strings(ask(query), "slug")).contains(slug);
        } finally {
            IndexState.change(portal, "update track set version = version - 1 where id = " + track);
        }
    }

    /** Not one of another test, nor one without a track that counts. */
    private boolean isReviewedSample(String slug) {
        return IndexState.number(portal, "select count(*)" + reviewed(slug)) > 0;
    }

    private static String reviewed(String slug) {
        return " from track t join product p on p.id = t.product where p.sample and t.reviewed_at is not null and p.slug = '"
                + slug + "'";
    }

    private List<String> quoted(String query) {
        return ask(query).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.containsKey("snippet"))
                .map(item -> item.getString("slug"))
                .toList();
    }

    @Test
    void a_kind_narrows() {
        assertThat(strings(ask("/search?q=giam+ngheo&kind=plan"), "kind"))
                .isNotEmpty()
                .containsOnly("plan");
        assertThat(strings(ask("/search?q=giam+ngheo&kind=question"), "kind"))
                .isNotEmpty()
                .containsOnly("question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "plan,zz", ",", "PLAN"})
    void a_kind_that_is_none_is_named(String kind) {
        var answer = portal.get("/api/v1/search?q=giam&kind=" + kind);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"kind\"", "product, plan, cue and question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"159/KH-UBND", "159 kh ubnd", "kế hoạch số 159/KH-UBND", "can tho 159/KH-UBND"})
    void a_number_finds_its_plan_and_the_works_that_fulfil_it_and_nothing_else(String typed) {
        var found = ask("/search?size=100&q=" + encode(typed));
        var first = found.getJsonArray("items").getJsonObject(0);

        assertThat(first.getString("reference")).isEqualTo("159/KH-UBND");
        assertThat(first.getString("url")).startsWith("/ke-hoach/");
        var works = strings(ask("/products?size=100&plan=" + first.getString("slug")), "slug");
        assertThat(works).isNotEmpty();
        assertThat(strings(found, "slug").subList(1, found.getInt("total"))).containsExactlyInAnyOrderElementsOf(works);
    }

    @Test
    void the_number_of_a_document_that_is_not_here_finds_the_plans_that_cite_it_with_that_passage() {
        var found = ask("/search?q=77/KH-UBND").getJsonArray("items").getValuesAs(JsonObject.class);

        assertThat(found).hasSize(2).allSatisfy(item -> {
            assertThat(item.getString("kind")).isEqualTo("plan");
            assertThat(item.getString("snippet").replaceAll("</?mark>", "")).contains("77/KH-UBND: ");
        });
        assertThat(ask("/search?q=9999/KH-UBND").getInt("total")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Sầm Việt An, Sầm Việt An",
        "sam viet an, Sầm Việt An",
        "Lê Hải Hoà, Lê Hải Hòa",
        "ngo quoc hung, Ngô Quốc Hưng"
    })
    void the_name_of_who_signed_a_plan_finds_that_plan_first(String typed, String signer) {
        var first = ask("/search?q=" + encode(typed)).getJsonArray("items").getJsonObject(0);

        assertThat(first.getString("kind")).isEqualTo("plan");
        assertThat(portal.get("/api/v1/plans/" + first.getString("slug")).body())
                .contains("\"name\":\"" + signer + "\"");
        assertThat(first.getString("signer")).isEqualTo(signer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mông", "lồng tiếng mông", "tieu pham", "bản mẫu phát thay"})
    void the_words_in_the_place_of_a_translation_are_not_quoted(String typed) {
        assertThat(ask("/search?size=100&q=" + encode(typed)).toString().replaceAll("</?mark>", ""))
                .doesNotContain("phát thay cho bản", "Phụ đề mẫu, thay cho");
    }

    @Test
    void the_symbol_of_a_plan_that_was_published_without_its_number_finds_it_first() {
        var first = ask("/search?q=KH-SVHTTDL").getJsonArray("items").getJsonObject(0);

        assertThat(first.getString("slug")).isEqualTo("ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");
    }

    @Test
    void the_name_of_a_genre_finds_its_works_before_all_others() {
        var genres = ask("/products?facets=true&size=1").getJsonObject("facets").getJsonArray("genre");

        assertThat(genres.getValuesAs(JsonObject.class)).isNotEmpty().allSatisfy(genre -> {
            var called = genre.getJsonObject("label").getString("vi");
            var code = genre.getString("code");
            for (var typed : List.of(called, Folding.fold(called))) {
                var found = strings(ask("/products?size=100&q=" + encode(typed)), "genre");
                assertThat(found.subList(0, found.lastIndexOf(code) + 1))
                        .as(typed)
                        .isNotEmpty()
                        .containsOnly(code);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kế hoạch 2025", "kế hoạch năm 2025", "ke hoach 2025", "kế hoạch giảm nghèo 2024"})
    void the_plans_of_a_year_stand_before_those_of_other_years(String typed) {
        var year = typed.substring(typed.length() - 4);
        var ofYear = strings(ask("/search?size=100&kind=plan&q=" + encode(typed)), "slug").stream()
                .map(slug -> isFor(slug, year))
                .toList();

        assertThat(ofYear).contains(true, false).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private boolean isFor(String slug, String year) {
        var plan = ask("/plans/" + slug);
        var period = plan.getJsonObject("period");
        return plan.getString("subject").contains(year)
                || period != null
                        && period.getInt("from") <= Integer.parseInt(year)
                        && period.getInt("to") >= Integer.parseInt(year);
    }

    @ParameterizedTest
    @CsvSource({"hmong, vi", "Sầm Việt An, vi", "water, en", "giam ngheo, en"})
    void a_passage_is_in_the_language_of_the_reader_or_in_vietnamese_and_says_so(String typed, String language) {
        var found = ask("/search?size=100&hl=" + language + "&q=" + encode(typed));

        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.containsKey("snippetLanguage")).isEqualTo(item.containsKey("snippet"));
                    assertThat(item.getString("snippetLanguage", "vi")).isIn("vi", language);
                    if (language.equals("vi")) {
                        assertThat(item.getString("snippet", ""))
                                .doesNotContain(" the ", "carried over", "Radio skits dubbed");
                    }
                });
    }

    @Test
    void no_number_is_cut_where_a_passage_begins_or_ends() {
        var found = ask("/search?size=100&kind=plan&q=giam+ngheo");

        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.getString("snippet", "").replaceAll("</?mark>", ""))
                        .doesNotStartWith("2022/TT-BTTTT")
                        .doesNotContainPattern("^/\\S|\\S/ …$"));
    }

    @ParameterizedTest
    @CsvSource({"tảo hôn, tao hon", "hoà giải, hoa giai", "Lê Hải Hòa, le hai hoa", "giảm nghèo, giam ngheo"})
    void words_typed_with_diacritics_find_no_more_than_those_without(String spelledOut, String letters) {
        assertThat(ask("/search?q=" + encode(spelledOut)).getInt("total"))
                .isPositive()
                .isLessThanOrEqualTo(ask("/search?q=" + encode(letters)).getInt("total"));
    }

    @Test
    void what_shares_only_letters_with_a_name_is_not_found_beside_it() {
        assertThat(ask("/search?q=" + encode("Lê Hải Hòa")).getInt("total"))
                .isLessThan(ask("/search?q=le+hai+hoa").getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bò", "tải", "móng", "hoà"})
    void a_word_with_diacritics_finds_and_marks_nothing_that_only_has_its_letters(String typed) {
        var found = ask("/search?size=100&q=" + encode(typed));

        assertThat(found.getInt("total"))
                .isPositive()
                .isLessThan(ask("/search?q=" + encode(Folding.fold(typed))).getInt("total"));
        assertThat(marked(found))
                .allSatisfy(word -> assertThat(bothPlacements(word)).isEqualTo(bothPlacements(typed)));
    }

    /** Which of the two vowels has the tone makes no other word. */
    private static String bothPlacements(String word) {
        return word.toLowerCase(Locale.ROOT).replace("hòa", "hoà");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trương Cảnh Tuyên", "Nguyễn Thị", "Hoàng Văn", "Nguyễn"})
    void the_name_of_somebody_who_is_not_here_finds_nothing(String name) {
        var found = ask("/search?q=" + encode(name));

        assertThat(found.getInt("total")).isZero();
        assertThat(found.containsKey("didYouMean")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dân tộc", "dan toc", "dân tộc thiểu số", "dân tộc Mông", "trồng trè", "bản dồ"})
    void a_word_of_three_letters_is_never_taken_for_another(String typed) {
        var found = ask("/search?size=100&q=" + encode(typed));

        assertThat(found.containsKey("didYouMean")).isFalse();
        // Of a people also what there is in its language is found, and says so.
        assertThat(marked(found))
                .filteredOn(word -> !word.equals("Tiếng Mông"))
                .allSatisfy(word -> assertThat(Folding.words(typed)).containsAll(Folding.words(word)));
    }

    @Test
    void misspelled_diacritics_are_mended_and_said() {
        var found = ask("/search?size=100&q=" + encode("giãm nghéo"));

        assertThat(found.getString("didYouMean")).isEqualTo("giảm nghèo");
        assertThat(found.getInt("total"))
                .isPositive()
                .isEqualTo(ask("/search?q=" + encode("giảm nghèo")).getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"giãm nghéo", "giam nghoeo", "vay vn", "vay voons", "lước sạch", "vayvon"})
    void a_correction_holds_on_every_page_in_every_order_and_for_every_kind(String typed) {
        var words = "/search?size=2&q=" + encode(typed);
        var first = ask(words);
        var meant = first.getString("didYouMean");

        assertThat(first.getInt("total")).isPositive();
        for (var other : List.of("&page=2", "&page=3", "&page=5000", "&sort=newest", "&sort=newest&page=2")) {
            var found = ask(words + other);
            assertThat(found.getString("didYouMean", "-")).as(other).isEqualTo(meant);
            assertThat(found.getInt("total")).as(other).isEqualTo(first.getInt("total"));
        }
        var kinds = Stream.of("product", "plan", "question")
                .map(kind -> ask(words + "&kind=" + kind))
                .toList();
        assertThat(kinds)
                .allSatisfy(
                        found -> assertThat(found.getString("didYouMean", "-")).isEqualTo(meant));
        assertThat(kinds.stream().mapToInt(found -> found.getInt("total")).sum())
                .isEqualTo(first.getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"giãm nghéo", "vay vn", "hạt rẻ", "trồng trè", "hoc nge", "bò"})
    void each_value_of_each_facet_finds_as_many_as_were_counted_also_of_what_was_corrected(String typed) {
        var all = ask("/search?size=1&q=" + encode(typed));

        all.getJsonObject("facets")
                .forEach((facet, values) -> values.asJsonArray().stream()
                        .map(JsonObject.class::cast)
                        .forEach(value -> {
                            var chosen = ask("/search?size=1&q=" + encode(typed) + "&" + facet + "="
                                    + encode(value.getString("code")));
                            assertThat(chosen.getInt("total"))
                                    .as(facet + " " + value)
                                    .isEqualTo(value.getInt("count"));
                            assertThat(chosen.getString("didYouMean", "")).isEqualTo(all.getString("didYouMean", ""));
                        }));
    }

    @Test
    void cues_after_what_was_corrected_are_those_of_the_words_that_were_meant() {
        var mixed = "/search?kind=product,cue&size=100&q=";

        assertThat(ask(mixed + encode("vay vn")).getInt("total"))
                .isEqualTo(ask(mixed + encode("vay vốn")).getInt("total"))
                .isGreaterThan(
                        ask("/search?kind=product&q=" + encode("vay vốn")).getInt("total"));
    }

    /** Words in marks, however many were marked together. */
    private static List<String> marked(JsonObject found) {
        return found.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .flatMap(item -> Pattern.compile("<mark>(.*?)</mark>")
                        .matcher(item.getString("snippet", ""))
                        .results()
                        .map(match -> match.group(1)))
                .toList();
    }

    @Test
    void the_lines_of_subtitles_part_no_sentence_in_a_snippet() {
        var found = ask("/search?q=hoa+giai&kind=product").getJsonArray("items").getJsonObject(0);

        assertThat(found.getString("slug")).isEqualTo("to-giay-viet-tay");
        assertThat(found.getJsonArray("parts").getJsonObject(0).getString("snippet"))
                .contains("<mark>")
                .doesNotContain(" · ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nền cao mái kín", "nen cao mai kin"})
    void what_is_said_is_found_at_its_second(String typed) {
        var found = ask("/search?kind=product&q=" + encode(typed))
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(found.getString("slug")).isEqualTo("con-bo-cua-nha-ong-pao");
        var moment = found.getJsonArray("parts").getJsonObject(0);
        assertThat(moment.getString("kind")).isEqualTo("cue");
        assertThat(moment.getJsonNumber("startSeconds").doubleValue()).isBetween(27.0, 28.0);
        assertThat(moment.getString("url"))
                .isEqualTo("/san-pham/con-bo-cua-nha-ong-pao?t=" + second(moment) + "&tieng=vi");
        assertThat(moment.getString("language")).isEqualTo("vi");
        assertThat(moment.getString("snippet")).contains("<mark>nền</mark> <mark>cao</mark>");
    }

    @Test
    void a_sentence_that_runs_over_two_cues_is_found_where_it_begins() {
        var found = ask("/search?kind=product&q=" + encode("nữ đủ mười tám nam đủ hai mươi"))
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(found.getString("slug")).isEqualTo("dam-cuoi-de-danh");
        var moment = found.getJsonArray("parts").getJsonObject(0);
        assertThat(moment.getJsonNumber("startSeconds").doubleValue()).isBetween(18.0, 19.0);
        assertThat(moment.getString("url")).endsWith("?t=" + second(moment) + "&tieng=vi");
    }

    @Test
    void at_most_three_moments_of_each_are_offered_and_each_has_one_of_the_words() {
        var found = ask("/search?size=100&q=" + encode("bò"));

        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .anySatisfy(item -> assertThat(item.getJsonArray("parts")).hasSize(3))
                .filteredOn(item -> item.containsKey("parts"))
                .allSatisfy(item -> assertThat(item.getJsonArray("parts").getValuesAs(JsonObject.class))
                        .hasSizeBetween(1, 3)
                        .allSatisfy(
                                part -> assertThat(part.getString("snippet")).contains("<mark>")));
    }

    @Test
    void cues_alone_are_listed_one_by_one_and_keep_to_the_filters() {
        var all = ask("/search?kind=cue&size=100&q=" + encode("vay vốn"));
        var clips = ask("/search?kind=cue&size=100&genre=clip-2d&q=" + encode("vay vốn"));

        assertThat(all.getJsonArray("items").getValuesAs(JsonObject.class))
                .hasSize(all.getInt("total"))
                .allSatisfy(cue -> {
                    assertThat(cue.getString("kind")).isEqualTo("cue");
                    assertThat(cue.getString("url"))
                            .isEqualTo("/san-pham/" + cue.getString("slug") + "?t=" + second(cue) + "&tieng=vi");
                    assertThat(cue.getString("snippet")).contains("<mark>");
                });
        assertThat(clips.getInt("total")).isPositive().isLessThan(all.getInt("total"));
        assertThat(ask("/products?size=100&genre=clip-2d").toString()).contains(strings(clips, "slug"));
        assertThat(ask("/search?kind=cue&genre=khong-co&q=" + encode("vay vốn")).getInt("total"))
                .isZero();
        assertThat(ask("/search?kind=cue").getInt("total")).isZero();
    }

    @Test
    void a_plan_is_found_with_the_sections_that_have_the_words() {
        var found = ask("/search?kind=plan&q=" + encode("tiểu phẩm phát thanh")).getJsonArray("items");

        assertThat(found.getValuesAs(JsonObject.class)).anySatisfy(plan -> {
            assertThat(plan.getString("slug")).isEqualTo("ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");
            assertThat(plan.getJsonArray("parts").getValuesAs(JsonObject.class)).anySatisfy(section -> {
                assertThat(section.getString("kind")).isEqualTo("section");
                assertThat(section.getString("url")).isEqualTo(plan.getString("url") + "#ii-2-1");
                assertThat(section.getString("label")).isEqualTo("2.1. Tiểu phẩm phát thanh");
            });
        });
    }

    @Test
    void no_moment_is_quoted_from_the_words_in_the_place_of_a_translation() {
        assertThat(ask("/search?kind=cue&size=100&q=" + encode("bản mẫu phát thay"))
                        .toString())
                .doesNotContain("\"language\":\"hmn\"", "\"language\":\"tyz\"", "phát thay cho bản");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hợp Giang", "hop giang", "Đề Thám", "Hoằng Xuyên"})
    void the_name_of_a_commune_that_is_no_more_finds_the_works_of_what_it_has_become(String typed) {
        assertThat(ask("/search?kind=product&q=" + encode(typed)).getInt("total"))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "hop giang, 'Phường Hợp Giang, nay là Phường Thục Phán', /dia-ban/01273",
        "Bắc Giang, 'Tỉnh Bắc Giang, nay là Tỉnh Bắc Ninh', /dia-ban/24"
    })
    void a_place_that_is_no_more_is_offered_with_what_it_has_become(String typed, String text, String url) {
        assertThat(array("/suggest?q=" + encode(typed))).anySatisfy(one -> {
            assertThat(one.getString("text")).isEqualTo(text);
            assertThat(one.getString("url")).isEqualTo(url);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trà Lĩnh", "Cách Linh", "xã Trà Lĩnh"})
    void the_name_of_a_place_is_never_taken_for_other_words(String typed) {
        assertThat(ask("/search?q=" + encode(typed)).containsKey("didYouMean")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"159KHUBND", "159/KHUBND", "159/KH_UBND", "KH159/UBND", "0159/KH-UBND"})
    void a_number_finds_its_plan_however_its_parts_are_written(String typed) {
        var first = ask("/search?q=" + encode(typed)).getJsonArray("items").getJsonObject(0);

        assertThat(first.getString("reference")).isEqualTo("159/KH-UBND");
    }

    @ParameterizedTest
    @CsvSource({"6/2022/TT-BTTTT", "90QĐTTg"})
    void a_cited_number_is_found_however_it_is_written(String typed) {
        assertThat(ask("/search?kind=plan&q=" + encode(typed)).getInt("total")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nhcsxh", "hố xí", "ho xi", "da6", "loa phường", "heo", "người già", "căn cước", "cccd", "mã otp"
            })
    void words_that_people_use_find_what_the_texts_call_otherwise(String typed) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getInt("total")).isPositive();
        assertThat(found.containsKey("didYouMean")).isFalse();
    }

    @Test
    void a_picture_beside_words_changes_nothing() {
        assertThat(ask("/search?q=" + encode("bò 🐄")).getInt("total"))
                .isPositive()
                .isEqualTo(ask("/search?q=" + encode("bò")).getInt("total"));
    }

    @Test
    void a_slip_is_mended_and_said() {
        var found = ask("/search?q=giam+nghoeo");

        assertThat(found.getInt("total")).isPositive();
        assertThat(found.getString("didYouMean")).isEqualTo("giảm nghèo");
    }

    @ParameterizedTest
    @CsvSource({"caobang, cao bằng", "vayvon, vay vốn"})
    void a_forgotten_space_is_mended_and_said(String typed, String meant) {
        var found = ask("/search?q=" + typed);

        assertThat(found.getString("didYouMean")).isEqualTo(meant);
        assertThat(found.getInt("total"))
                .isPositive()
                .isEqualTo(ask("/search?q=" + encode(meant)).getInt("total"));
    }

    @ParameterizedTest
    @CsvSource({
        "vay vn, vay vốn",
        "vya vốn, vay vốn",
        "hoc nge, học nghề",
        "ga dne, gà đen",
        "lừa đảo điệm thoại, lừa đảo điện thoại"
    })
    void a_slip_in_a_word_of_few_letters_is_mended_by_its_neighbour(String typed, String meant) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getString("didYouMean")).isEqualTo(meant);
        assertThat(found.getInt("total")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"vay voons, vay vốn", "vay vo61n, vay vốn", "ho65 ngheo2, hộ nghèo", "hooj ngheof, hộ nghèo"})
    void what_was_typed_with_the_keyboard_for_vietnamese_off_is_read_and_said(String typed, String meant) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getString("didYouMean")).isEqualTo(meant);
        assertThat(found.getInt("total")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "hạt rẻ, hạt dẻ",
        "hat re, hạt dẻ",
        "nuoc xach, nước sạch",
        "tao hom, tảo hôn",
        "lước sạch, nước sạch",
        "chuyền thông, truyền thông"
    })
    void a_word_written_as_it_is_spoken_is_read_by_its_neighbours(String typed, String meant) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getString("didYouMean", "-")).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "khám bệh, khám bệnh",
        "khám bênh, khám bệnh",
        "sữa nhà, sửa nhà",
        "hổ nghèo, hộ nghèo",
        "trâu bỏ, trâu bò"
    })
    void a_word_with_other_marks_than_were_meant_is_read_by_the_others(String typed, String meant) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getString("didYouMean", "-")).isEqualTo(meant);
        assertThat(found.getInt("total"))
                .isPositive()
                .isEqualTo(ask("/search?q=" + encode(meant)).getInt("total"));
    }

    @ParameterizedTest
    @CsvSource({
        "vay v, vay vốn",
        "giam ngh, giảm nghèo",
        "hoc n, học nghề",
        "con b, con bò",
        "bao hi, bảo hiểm",
        "con bof, con bò"
    })
    void a_last_word_that_was_only_begun_is_read_as_it_goes_on(String typed, String meant) {
        var found = ask("/search?q=" + encode(typed));

        assertThat(found.getString("didYouMean", "-")).isEqualTo(meant);
        assertThat(found.getInt("total")).isPositive();
    }

    @Test
    void a_people_is_found_by_its_name_without_its_mark() {
        assertThat(ask("/search?q=mong").getInt("total"))
                .isPositive()
                .isGreaterThanOrEqualTo(ask("/search?q=hmong").getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vay vốn Thượng Thôn", "vay von thuong thon"})
    void a_place_among_other_words_is_one_name(String typed) {
        var ofPlace = strings(ask("/search?size=100&kind=product&q=" + encode("Thượng Thôn")), "slug");
        var found = strings(ask("/search?kind=product&q=" + encode(typed)), "slug");

        assertThat(ofPlace).contains(found.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"người tàn tật", "ô nhiễm môi trường", "t bò sữa", "vay vốn", "bảo hiểm y tế", "nước sinh hoạt"})
    void no_phrase_is_made_up(String typed) {
        assertThat(ask("/search?q=" + encode(typed)).containsKey("didYouMean")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Mông, hmn", "H Mông, hmn", "tiếng H Mông, hmn", "Tày, tyz", "tiếng Mông, hmn"})
    void each_work_in_a_language_that_is_named_is_found_and_says_so(String typed, String code) {
        var found = ask("/search?size=100&kind=product&q=" + encode(typed));
        var name = code.equals("hmn") ? "(?i)h?'?mông" : "(?i)tày";
        var inIt = Stream.concat(
                        strings(ask("/products?size=100&language=" + code), "slug").stream(),
                        strings(ask("/products?size=100&subtitle=" + code), "slug").stream())
                .distinct()
                .toList();

        assertThat(inIt).isNotEmpty();
        assertThat(strings(found, "slug")).containsAll(inIt);
        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .allSatisfy(item -> assertThat(Pattern.compile("<mark>[^<]*?" + name + "[^<]*?</mark>")
                                .matcher(item.toString())
                                .find())
                        .as(item.toString())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"tiếng Mông, hmn", "H'Mông, hmn", "hmong, hmn", "người Mông, hmn", "phim tieng tay, tyz"})
    void works_in_a_language_that_is_named_come_first(String typed, String code) {
        var found = ask("/search?kind=product&q=" + encode(typed));
        var inIt = Stream.concat(
                        strings(ask("/products?size=100&language=" + code), "slug").stream(),
                        strings(ask("/products?size=100&subtitle=" + code), "slug").stream())
                .toList();

        assertThat(inIt)
                .contains(strings(found, "slug").get(0), strings(found, "slug").get(2));
        assertThat(array("/suggest?q=" + encode(typed)).get(0).getString("url")).contains("tieng=" + code);
    }

    @Test
    void a_plan_whose_title_was_typed_comes_first() {
        var plans = ask("/plans?size=100").getJsonArray("items").getValuesAs(JsonObject.class);

        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(strings(ask("/search?q=" + encode(plan.getString("subject"))), "slug"))
                        .startsWith(plan.getString("slug")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"giảm nghèo về thông tin", "thông tin", "Sở Nông nghiệp và Môi trường"})
    void the_imprint_of_a_page_is_no_content(String typed) {
        var found = ask("/search?size=100&q=" + encode(typed));

        assertThat(found.getInt("total")).isPositive();
        assertThat(found.getJsonArray("items").toString().replaceAll("</?mark>", ""))
                .doesNotContain("Nội dung mẫu");
    }

    @Test
    void who_published_a_work_is_found_by_the_name() {
        assertThat(ask("/search?kind=product&q=" + encode("Sở Nông nghiệp và Môi trường"))
                        .getInt("total"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kế hoạch số 159", "ke hoach 159", "159/kh", "KH số 159"})
    void a_plan_is_found_by_its_kind_and_its_number(String typed) {
        var first = ask("/search?q=" + encode(typed)).getJsonArray("items").getJsonObject(0);

        assertThat(first.getString("reference")).isEqualTo("159/KH-UBND");
        assertThat(array("/suggest?q=" + encode(typed)))
                .anySatisfy(one -> assertThat(one.getString("url")).isEqualTo(first.getString("url")));
    }

    @Test
    void the_word_before_a_number_is_marked_nowhere() {
        assertThat(ask("/search?size=50&q=" + encode("kế hoạch số 159")).toString())
                .contains("<mark>")
                .doesNotContainIgnoringCase("<mark>số</mark>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mông", "tiếng Mông"})
    void a_place_with_the_name_of_a_people_does_not_say_why_something_in_its_language_was_found(String typed) {
        var inIt = strings(ask("/products?size=100&language=hmn"), "slug");

        assertThat(ask("/search?size=100&kind=product&q=" + encode(typed))
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .filteredOn(item -> inIt.contains(item.getString("slug")))
                .isNotEmpty()
                .noneSatisfy(item -> assertThat(item.getString("snippet", "")).containsPattern("Nơi: [^<]*<mark>Mông"));
    }

    @Test
    void plans_that_cite_a_document_are_offered_by_its_number() {
        assertThat(array("/suggest?q=90/qd"))
                .anySatisfy(one -> assertThat(one.getString("kind")).isEqualTo("plan"));
    }

    @ParameterizedTest
    @CsvSource({"bò, (?i).*\\bbò\\b.*", "Con bò, (?i)con bò.*", "nghèo đ, (?i).*nghèo đ.*"})
    void what_is_spelled_as_it_was_typed_is_offered_before_what_has_its_letters(String typed, String title) {
        var titles = array("/suggest?q=" + encode(typed)).stream()
                .filter(one -> Set.of("product", "plan", "question").contains(one.getString("kind")))
                .toList();

        assertThat(titles.get(0).getString("text")).matches(Pattern.compile(title, Pattern.UNICODE_CHARACTER_CLASS));
    }

    @Test
    void what_cannot_be_seen_within_a_word_changes_nothing() {
        assertThat(ask("/search?q=" + encode("v\u200Bay v\u00ADốn")).getInt("total"))
                .isPositive()
                .isEqualTo(ask("/search?q=" + encode("vay vốn")).getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Huyện Thông Nông", "huyen thong nong", "TP Cao Bằng", "tp. cao bang", "h.hà quảng", "01363"})
    void places_are_found_by_the_kinds_and_codes_that_people_write(String typed) {
        var found = ask("/search?size=100&kind=product&q=" + encode(typed));

        assertThat(found.getInt("total"))
                .isPositive()
                .isLessThan(ask("/products?size=1").getInt("total"));
        assertThat(found.containsKey("didYouMean")).isFalse();
        assertThat(array("/suggest?q=" + encode(typed)).get(0).getString("kind"))
                .isEqualTo("locality");
    }

    @Test
    void a_place_that_kept_its_name_is_offered_once() {
        assertThat(array("/suggest?q=" + encode("Lý Bôn")))
                .extracting(one -> one.getString("text"))
                .containsExactly("Xã Lý Bôn");
    }

    @Test
    void the_moments_of_a_work_stand_in_the_order_of_time() {
        assertThat(ask("/search?size=100&kind=product&q=" + encode("vay vốn"))
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .filteredOn(item -> item.containsKey("parts"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                                .filter(part -> part.containsKey("startSeconds"))
                                .map(part -> part.getJsonNumber("startSeconds").doubleValue())
                                .toList())
                        .isSorted());
    }

    @ParameterizedTest
    @CsvSource({
        "trâu chết rét, ao-am-cho-trau",
        "ho can ngheo, ngheo-do-bang-gi",
        "thế nào là hộ nghèo, ngheo-do-bang-gi",
        "bao nhieu tuoi thi duoc cuoi vo, dam-cuoi-de-danh",
        "lam nha cho ho ngheo, mai-nha-khong-dot"
    })
    void plain_questions_find_what_they_are_about_among_the_first(String typed, String slug) {
        assertThat(strings(ask("/search?kind=product&q=" + encode(typed)), "slug")
                        .subList(0, 3))
                .contains(slug);
    }

    @Test
    void what_was_found_by_its_audience_is_shown_with_what_it_is_about() {
        var told =
                ask("/search?size=50&q=" + encode("phụ nữ"))
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(item -> item.getString("snippet", ""))
                        .filter(snippet -> snippet.contains("Dành cho: "))
                        .toList();

        assertThat(told)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(snippet).containsPattern("\\S.{20,} Dành cho: .*<mark>"));
    }

    @Test
    void every_count_of_every_facet_is_true() {
        var facets = ask("/products?facets=true&size=1").getJsonObject("facets");

        assertThat(facets.keySet())
                .contains("genre", "language", "topic", "audience", "locality", "year", "dub", "subtitle");
        facets.forEach((facet, values) -> values.asJsonArray().stream()
                .map(JsonObject.class::cast)
                .forEach(value -> assertThat(ask("/products?size=1&" + facet + "=" + encode(value.getString("code")))
                                .getInt("total"))
                        .as(facet + " " + value)
                        .isEqualTo(value.getInt("count"))));
    }

    @Test
    void choosing_a_value_keeps_the_other_values_of_its_facet_and_narrows_the_other_facets() {
        var all = ask("/products?facets=true&size=1").getJsonObject("facets");
        var genre = all.getJsonArray("genre").getJsonObject(0).getString("code");
        var narrowed = ask("/products?facets=true&size=1&genre=" + genre);

        assertThat(counted(narrowed, "genre")).isEqualTo(counted(ask("/products?facets=true&size=1"), "genre"));
        assertThat(narrowed.getJsonObject("facets")
                        .getJsonArray("language")
                        .getJsonObject(0)
                        .getInt("count"))
                .isLessThanOrEqualTo(narrowed.getInt("total"));
    }

    private static List<String> counted(JsonObject found, String facet) {
        return found.getJsonObject("facets").getJsonArray(facet).getValuesAs(JsonObject.class).stream()
                .map(value -> value.getString("code") + ": " + value.getInt("count"))
                .toList();
    }

    @Test
    void a_long_question_finds_what_it_is_about() {
        var asked = "Tôi là mẹ đơn thân ở xã vùng cao thì cần giấy tờ gì để được vay vốn ngân hàng chính sách xã hội";

        assertThat(strings(ask("/search?kind=product&q=" + encode(asked)), "slug").stream()
                        .limit(3))
                .anyMatch(slug -> strings(
                                ask("/search?kind=product&size=10&q=" + encode("vay vốn ngân hàng chính sách")), "slug")
                        .contains(slug));
    }

    @Test
    void two_values_of_a_facet_widen_and_two_facets_narrow() {
        var genres = ask("/products?facets=true&size=1").getJsonObject("facets").getJsonArray("genre");
        var one = genres.getJsonObject(0);
        var other = genres.getJsonObject(1);
        var both = "/products?size=1&genre=" + one.getString("code") + "&genre=" + other.getString("code");

        assertThat(ask(both).getInt("total")).isEqualTo(one.getInt("count") + other.getInt("count"));
        assertThat(ask(both + "&year=1950").getInt("total")).isZero();
    }

    @Test
    void the_works_that_fulfil_a_plan_can_be_listed() {
        var cards = ask("/products?size=1&plan=ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");

        assertThat(cards.getInt("total"))
                .isPositive()
                .isLessThan(ask("/products?size=1").getInt("total"));
        assertThat(ask("/products?plan=khong-co").getInt("total")).isZero();
    }

    @Test
    void days_of_publication_narrow() {
        assertThat(ask("/products?from=2000-01-01&to=2000-12-31").getInt("total"))
                .isZero();
        assertThat(ask("/products?from=2000-01-01").getInt("total"))
                .isEqualTo(ask("/products").getInt("total"));
    }

    @Test
    void suggestions_offer_topics_places_and_titles() {
        var offered = array("/suggest?q=vay+v");

        assertThat(offered).anySatisfy(one -> assertThat(one.getString("kind")).isEqualTo("topic"));
        assertThat(offered)
                .hasSizeLessThanOrEqualTo(10)
                .allSatisfy(one -> assertThat(
                                portal.get(encodedPath(one.getString("url"))).statusCode())
                        .isEqualTo(200));
        assertThat(array("/suggest?q=")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bhyt, bao hiem y te", "xuat khau, xuat khau lao dong", "xkld, xuat khau lao dong"})
    void abbreviations_and_beginnings_of_usual_words_are_offered_whole(String typed, String offered) {
        assertThat(array("/suggest?q=" + encode(typed)))
                .anySatisfy(
                        one -> assertThat(Folding.fold(one.getString("text"))).isEqualTo(offered));
    }

    @ParameterizedTest
    @CsvSource({"giam ngheo ve thong tin hoang cat, plan, /ke-hoach/", "tieu pham tieng mong, question, /hoi-dap/"})
    void plans_and_questions_are_offered_by_what_they_are_called(String typed, String kind, String path) {
        assertThat(array("/suggest?q=" + encode(typed))).anySatisfy(one -> {
            assertThat(one.getString("kind")).isEqualTo(kind);
            assertThat(one.getString("url")).startsWith(path);
            assertThat(Folding.fold(one.getString("text"))).contains(typed.substring(0, typed.indexOf(' ')));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genre=khong-co",
                "language=xx",
                "topic=%00",
                "locality=99999%401900-01-01",
                "year=abc",
                "year=99999999999",
                "plan=../..",
                "plan=%00",
                "deliverable=%7B!func%7D",
                "audience=a%2Cb",
                "genre=%7B!terms%7D",
                "kind=x",
                "genre=",
                "subtitle=zz"
            })
    void unknown_values_narrow_to_nothing(String filter) {
        var all = ask("/products?size=1").getInt("total");
        var answer = portal.get("/api/v1/products?size=1&" + filter);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer.body()).asJsonObject().getInt("total"))
                .isIn(filter.matches("kind=x|genre=") ? List.of(all) : List.of(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "page=1000000000",
                "page=99999999999999999999",
                "size=0",
                "size=101",
                "from=heute",
                "from=%2B999999998-01-01",
                "to=%2B999999999-12-31",
                "sort=abc"
            })
    void what_cannot_be_a_page_a_day_or_an_order_is_named(String parameter) {
        var answer = portal.get("/api/v1/products?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + parameter.substring(0, parameter.indexOf('=')) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%FF%FE",
                "%C3%28",
                "%",
                "%zz",
                "%7B!func%7D1",
                "*a*",
                "%F0%9F%98%80",
                "%00",
                "a%0Ab",
                "%22",
                "%5C",
                "%2B%2D%26%26",
                "%EF%BF%BF",
                "%ED%A0%80"
            })
    void no_text_breaks_a_page_or_the_api(String encoded) {
        for (var path : List.of("/api/v1/products?q=", "/api/v1/search?q=", "/api/v1/suggest?q=")) {
            assertThat(Raw.status(portal, path + encoded)).as(path + encoded).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products", "/search", "/suggest"})
    void a_query_that_is_not_utf_8_is_named_also_when_its_lenient_reading_was_asked_before(String path) {
        assertThat(portal.get("/api/v1" + path + "?q=%EF%BF%BD%EF%BF%BD").statusCode())
                .isEqualTo(200);

        var answer = portal.get("/api/v1" + path + "?q=%FF%FE");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"q\"", "is not percent-encoded UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "???", "-- --", "‼️"})
    void what_has_neither_letter_nor_number_is_found_nowhere(String typed) {
        for (var path :
                List.of("/search?q=", "/search?kind=cue&q=", "/search?kind=cue,plan&q=", "/products?facets=true&q=")) {
            var found = ask(path + encode(typed));

            assertThat(found.getInt("total")).as(path).isZero();
            assertThat(found.getJsonArray("items")).isEmpty();
            assertThat(found.containsKey("didYouMean")).isFalse();
        }
        assertThat(array("/suggest?q=" + encode(typed))).isEmpty();
    }

    @Test
    void ten_kilobytes_of_words_are_answered() {
        var words = "giam+ngheo+".repeat(1_000);

        assertThat(Raw.status(portal, "/api/v1/search?q=" + words.substring(0, 7_000)))
                .isIn(200, 400, 414);
        assertThat(Raw.status(portal, "/api/v1/products?q=" + words)).isIn(200, 400, 414);
    }

    @Test
    void the_end_of_a_list_is_empty_not_an_error() {
        var beyond = ask("/products?page=100&size=100");

        assertThat(beyond.getJsonArray("items")).isEmpty();
        assertThat(beyond.getInt("total")).isEqualTo(ask("/products").getInt("total"));
    }

    private JsonObject ask(String path) {
        return read(Until.answer(() -> portal.get("/api/v1" + path).body(), body -> !body.contains("\"limited\":true")))
                .asJsonObject();
    }

    private List<JsonObject> array(String path) {
        return read(portal.get("/api/v1" + path).body()).asJsonArray().getValuesAs(JsonObject.class);
    }

    private static jakarta.json.JsonValue read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static List<String> strings(JsonObject list, String field) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> ((JsonString) item.get(field)).getString())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String encodedPath(String path) {
        return path.replace("@", "%40");
    }

    /** Where a cue begins, as an address says it. */
    private static String second(JsonObject cue) {
        return cue.getJsonNumber("startSeconds")
                .bigDecimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }
}
