package vn.loa.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What a newcomer finds on the first start. */
@UsesPortal
class SamplePagesIT {
    private static final String TAN_YEN = "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-tan-yen-2024";

    private final Portal portal;

    SamplePagesIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "1, 3", "2, 5"})
    void what_cao_bang_promised_for_2025_is_public_and_stand_ins_for_translations_count_apart(int promise, int works) {
        var answer = portal.get("/api/v1/plans/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025/progress");
        var progress =
                Json.createReader(new StringReader(answer.body())).readArray().getJsonObject(promise);

        assertThat(progress.getInt("promised")).isEqualTo(works);
        assertThat(progress.getInt("published")).isEqualTo(works);
        assertThat(progress.getJsonArray("languages").getValuesAs(JsonObject.class))
                .extracting(
                        language -> language.getString("language"),
                        language -> language.getInt("published"),
                        language -> language.getInt("standIns"))
                .containsExactly(tuple("vi", works, 0), tuple("hmn", 0, works), tuple("tyz", 0, works));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 20 / 20 sản phẩm đã đăng, 20 / 60 bản theo tiếng · 40 bản giữ chỗ",
        "'', 3 / 3 sản phẩm đã đăng, 3 / 9 bản theo tiếng · 6 bản giữ chỗ",
        "'', 5 / 5 sản phẩm đã đăng, 5 / 15 bản theo tiếng · 10 bản giữ chỗ",
        "hl=en, 20 / 20 works published, 20 / 60 language versions · 40 stand-ins",
    })
    void every_page_counts_a_promise_by_works_and_names_the_language_versions_beside(
            String form, String works, String versions) {
        for (var address : List.of("/", "/ke-hoach", PublicAddresses.PLAN)) {
            assertThat(words(PublicAddresses.with(address, form))).as(address).contains(works, versions);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ke-hoach", PublicAddresses.PLAN, TAN_YEN})
    void numbers_that_rest_on_samples_say_so_beside_themselves(String address) {
        assertThat(words(address)).containsPattern("\\d+ sản phẩm đã đăng số liệu mẫu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mai-nha-khong-dot", "viec-nhe-luong-cao", "con-bo-cua-nha-ong-pao"})
    void whoever_comes_to_a_work_is_led_on_even_where_no_other_is_about_the_same(String slug) {
        var page = portal.get("/san-pham/" + slug).body();
        var rest = page.substring(page.indexOf("Có thể bà con muốn xem")).split("</section>")[0];

        assertThat(Pattern.compile("href=\"/san-pham/([^\"?]+)").matcher(rest).results())
                .extracting(found -> found.group(1))
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotContain(slug);
    }

    @Test
    void nobody_is_accused_of_being_late_by_a_portal_that_holds_only_samples() {
        assertThat(words(TAN_YEN)).contains("1 / 15 sản phẩm đã đăng").doesNotContain("quá hạn");
        assertThat(portal.get("/api/v1/plans/" + TAN_YEN.replace("/ke-hoach/", "") + "/progress")
                        .body())
                .contains("\"overdue\":false")
                .doesNotContain("\"overdue\":true");
    }

    @Test
    void works_that_are_shorter_than_was_promised_are_counted() {
        assertThat(words(PublicAddresses.PLAN)).contains("20 sản phẩm ở đây ngắn hơn độ dài đã hứa.");
    }

    @Test
    void a_plan_says_once_what_holds_for_all_its_promises_and_draws_each_that_has_a_number() {
        var page = portal.get(TAN_YEN).body();
        var goals = page.substring(page.indexOf("id=\"chi-tieu\""), page.indexOf("id=\"can-cu\""));

        assertThat(goals.split("<dt>Kinh phí</dt>", -1)).hasSize(2);
        assertThat(goals).contains("<progress max=\"15\" value=\"1\"", "<progress max=\"5\" value=\"1\"");
    }

    @Test
    void a_document_stands_once_among_the_bases_and_leads_to_whatever_names_it() {
        var page = portal.get(TAN_YEN).body();
        var graph = page.substring(page.indexOf("id=\"can-cu\""), page.indexOf("id=\"noi-dung\""));

        assertThat(graph.split("Công văn 1371/STTTT-TTBCXB", -1)).hasSize(2);
        assertThat(words(TAN_YEN)).contains("Căn cứ · Kèm theo");
        var search = Pattern.compile("href=\"(/tim-kiem\\?q=06[^\"]+)\"").matcher(graph);
        assertThat(search.find()).isTrue();
        Until.holds(() ->
                portal.get(search.group(1)).body().contains("/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-tan-yen"));
    }

    @Test
    void plans_that_only_share_a_basis_hang_on_the_document_and_not_on_the_plan() {
        var page = portal.get(TAN_YEN).body();
        var bases = page.substring(page.indexOf("class=\"from\""), page.indexOf("class=\"mid"));
        var circular = bases.substring(bases.indexOf("06/2022/TT-BTTTT"));
        var dependents = page.substring(page.indexOf("class=\"mid"), page.indexOf("id=\"noi-dung\""));

        assertThat(circular.substring(0, circular.indexOf("</div>"))).contains("Cùng căn cứ này", ">2278/KH-UBND</a>");
        assertThat(dependents)
                .contains("Chưa có văn bản nào trên cổng dựa vào kế hoạch này.")
                .doesNotContain("2278/KH-UBND");
    }

    @Test
    void the_first_thing_on_the_front_page_speaks_every_language_of_the_province() {
        var page = portal.get("/").body();
        var hero = page.substring(page.indexOf("class=\"hero\""), page.indexOf("id=\"chu-de\""));

        assertThat(hero).contains("?tieng=vi\"", "?tieng=hmn\"", "?tieng=tyz\"");
    }

    @Test
    void as_many_works_as_the_front_page_counts_for_a_language_are_behind_its_link() {
        var link = Pattern.compile("<a href=\"([^\"]+tieng=vi)\">.*?</strong>(\\d+ sản phẩm)", Pattern.DOTALL);

        // What has just been published is counted at once, and found a moment later.
        Until.holds(() -> {
            var counted = link.matcher(portal.get("/").body());
            return counted.find()
                    && Pattern.compile("(?<!\\d)" + counted.group(2))
                            .matcher(words(counted.group(1).replace("&amp;", "&")))
                            .find();
        });
    }

    @Test
    void plans_are_not_joined_by_a_number_that_two_provinces_gave_to_two_documents() {
        var page = portal.get("/ke-hoach/ke-hoach-truyen-thong-giam-ngheo-da-chieu-can-tho-2025")
                .body();

        assertThat(page).contains("77/KH-UBND").doesNotContain("/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-hoang-cat");
    }

    @Test
    void a_plan_that_says_before_a_day_is_not_shown_as_due_on_it() {
        assertThat(portal.get(PublicAddresses.PLAN).body())
                .contains("<dt>Hạn</dt><dd>trước ngày 31 tháng 12 năm 2025</dd>");
    }

    @Test
    void a_document_that_only_a_section_cites_is_no_basis_of_the_whole_plan() {
        var page = portal.get(TAN_YEN).body();
        var decision = page.substring(page.indexOf("1288/QĐ-BTTTT"));

        assertThat(decision.substring(0, decision.indexOf("</div>")))
                .contains("Nêu trong nội dung, ở mục", "href=\"#ii-2-1-4\"", ">2.1.4. Nguồn tài liệu</a>");
        assertThat(page.split("Nêu trong nội dung, ở mục", -1))
                .as("letter 1371 is cited by the preamble too")
                .hasSize(2);
    }

    @Test
    void a_plan_without_a_signer_says_so() {
        var unsigned = portal.get("/ke-hoach/ke-hoach-truyen-thong-giam-ngheo-da-chieu-can-tho-2025");

        assertThat(unsigned.body()).contains("<dt>Người ký</dt><dd>văn bản công bố không ghi người ký</dd>");
        assertThat(words(PublicAddresses.PLAN)).contains("Sầm Việt An, ").doesNotContain("không ghi người ký");
    }

    @Test
    void a_plan_whose_number_was_left_blank_shows_the_symbol_behind_the_gap() {
        assertThat(words(PublicAddresses.PLAN)).contains("Số …/KH-SVHTTDL");
    }

    @ParameterizedTest
    @CsvSource({
        "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-hoang-cat-2024, xã Hoằng Cát (nay là Ủy ban nhân dân xã Hoằng Sơn",
        "/san-pham/con-duong-hai-muoi-bay-khuc-cua, tỉnh Cao Bằng (nay là Sở Văn hóa"
    })
    void an_office_that_is_no_more_is_named_with_the_one_that_does_its_work(String address, String named) {
        assertThat(words(address)).contains(named);
    }

    @Test
    void an_office_that_still_is_is_named_alone() {
        assertThat(words(PublicAddresses.PLAN)).doesNotContain("nay là");
    }

    @Test
    void the_catalogue_can_be_narrowed_to_every_topic_that_has_works() {
        var page = portal.get("/san-pham").body();
        var facets = Json.createReader(new StringReader(
                        portal.get("/api/v1/products?facets=true&size=1").body()))
                .readObject()
                .getJsonObject("facets");

        assertThat(facets.getJsonArray("topic").getValuesAs(JsonObject.class))
                .hasSizeGreaterThan(12)
                .allSatisfy(topic ->
                        assertThat(page).contains("name=\"chu-de\" value=\"" + topic.getString("code") + "\""));
    }

    /** What stands on a page, without its marks. */
    private String words(String address) {
        return portal.get(address).body().replaceAll("<[^>]*>", "").replaceAll("(\\s|\u00a0|&nbsp;|&#160;)+", " ");
    }
}
