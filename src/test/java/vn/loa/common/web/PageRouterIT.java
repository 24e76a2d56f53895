package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.UsesPortal;

@UsesPortal
class PageRouterIT {
    private final Portal portal;

    PageRouterIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @MethodSource("vn.loa.testing.PublicAddresses#inEveryForm")
    void every_page_answers_without_a_session_and_says_what_it_never_does(String address) {
        var answer = portal.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "x-powered-by", "x-frame-options");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "nonce");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
        assertThat(answer.body())
                .doesNotContain(
                        "jsessionid",
                        "???",
                        "#{",
                        " style=\"",
                        " onclick=",
                        "jakarta.faces.ViewState",
                        "nonce",
                        "primefaces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/khong-co",
                "/san-pham/khong-co",
                "/san-pham/con-bo-cua-nha-ong-pao/them",
                "/ke-hoach/khong-co",
                "/chu-de/khong-co",
                "/dia-ban/99999",
                "/dia-ban/04@hom-qua",
                "/dia-ban/04@+999999999-01-01",
                "/lich-phat/khong-co",
                "/lich-phat/01393?tuan=2026-W60",
                "/lich-phat/khong-co.ics",
                "/home/front.xhtml",
                "/catalog/product.xhtml",
                "/WEB-INF/templates/public.xhtml",
                "/WEB-INF/web.xml"
            })
    void what_does_not_exist_is_404_with_a_page_that_helps(String address) {
        var answer = portal.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.body()).contains("Không có trang này", "role=\"search\"", "href=\"/san-pham\"");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource({
        "/dia-ban, /dia-ban/04",
        "/dia-ban/, /dia-ban/04",
        "/dia-ban?hl=en&nhe=1, /dia-ban/04?hl=en&nhe=1",
        "/dia-ban?ma=216, /dia-ban/216@2004-07-08",
        "/dia-ban?ma=//example.org, /dia-ban/04",
        "/dia-ban?ma=%00, /dia-ban/04",
        "/dia-ban?ma=04%00, /dia-ban/04",
        "/dia-ban?ma=, /dia-ban/04",
        "/chu-de, /#chu-de",
        "/chu-de?hl=en, /?hl=en#chu-de",
    })
    void a_section_without_a_page_of_its_own_leads_on_within_the_portal(String section, String target) {
        var answer = portal.get(section);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo(target);
        assertThat(portal.get(target.replaceAll("#.*", "")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/san-pham?trang=1, /san-pham%3Ftrang=1", "/api/v1/products?page=1, /api/v1/products%3Fpage=1"})
    void an_address_in_disguise_is_not_answered_for_the_real_one(String real, String disguised) {
        assertThat(portal.get(real).statusCode()).isEqualTo(200);
        assertThat(portal.get(disguised).statusCode()).isEqualTo(404);
        assertThat(portal.get(real).statusCode()).isEqualTo(200);
    }

    @Test
    void an_error_page_speaks_the_visitors_language() {
        assertThat(portal.get("/khong-co?hl=en").body()).contains("There is no such page", "lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?hl=xx",
                "/?hl=",
                "/?hl=en%00",
                "/?hl=%ff%fe",
                "/?nhe=maybe",
                "/san-pham?trang=0",
                "/san-pham?trang=-1",
                "/san-pham?trang=999999999",
                "/san-pham?the-loai=%27%3B--&tieng=xx&nam=abcd",
                "/ke-hoach?trang=99999999999999999999",
                "/chu-de/vay-von?trang=1000000",
                "/san-pham/con-bo-cua-nha-ong-pao?tieng=xx&ban=zz&t=-5",
                "/san-pham/con-bo-cua-nha-ong-pao?t=999999999",
                "/san-pham/con-bo-cua-nha-ong-pao?t=1e9",
                "/tim-kiem?q=%ff%fe%00",
                "/tim-kiem?q=%7B!func%7D*a*%3A%5B*+TO+*%5D"
            })
    void any_parameter_shows_some_page(String address) {
        var answer = portal.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("lang=\"vi\"").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/?hl=en q,the-loai,trang,t,ban,utm",
                "/san-pham?the-loai=tieu-pham t,ban,loai,utm",
                "/san-pham/con-bo-cua-nha-ong-pao?tieng=hmn q,the-loai,trang,sap-xep,utm",
                "/ke-hoach?trang=2 q,the-loai,tieng,nam,sap-xep,t,utm",
                "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025?hl=en q,trang,tieng,utm",
                "/chu-de/vay-von?trang=2 q,the-loai,tieng,nam,sap-xep,t,utm",
                "/dia-ban/04?trang=2 q,the-loai,tieng,dia-ban,t,utm",
                "/tim-kiem?q=ngheo t,ban,loai,utm",
                "/khong-co?hl=en q,trang,tieng,utm"
            })
    void no_link_repeats_a_parameter_that_the_page_does_not_read(String address, String others) {
        var more = Stream.of(others.split(",")).map(name -> "&" + name + "=zz9").collect(Collectors.joining());

        assertThat(portal.get(address + more).body()).contains("</html>").doesNotContain("zz9");
    }

    /** Faces takes them for forms, and would leave out what loads the page. */
    @ParameterizedTest
    @CsvSource({
        "/, ?jakarta.faces.ViewState=stateless",
        "/ke-hoach, ?jakarta.faces.ViewState=stateless",
        "/ke-hoach?hl=en, &jakarta%2efaces.ViewState=1%3A1",
        "/ke-hoach, ?javax.faces.ViewState=stateless",
        "/ke-hoach, ?Faces-Request=partial/ajax",
        "/ke-hoach, ?Faces-Reques%74=partial%2Fajax",
        "/ke-hoach, ?jakarta.faces.partial.ajax=true",
        "/san-pham, ?jakarta.faces.ViewState=x",
        "/tim-kiem?q=ngheo, &jakarta.faces.ViewState=stateless"
    })
    void what_claims_to_be_a_form_is_refused_and_kept_for_nobody(String page, String claim) {
        var refused = portal.get(page + claim);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("</html>");

        var plain = portal.get(page);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(header(plain, "Content-Type")).startsWith("text/html");
        assertThat(plain.body()).contains("</html>");
        assertThat(portal.get(page + claim).statusCode())
                .as("not from memory either")
                .isEqualTo(400);
        assertThat(portal.get("/ke-hoach").body()).contains("/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");
    }

    @Test
    void a_field_that_claims_it_is_refused_too() {
        assertThat(portal.get("/ke-hoach", "Faces-Request", "partial/ajax").statusCode())
                .isEqualTo(400);
        assertThat(portal.get("/ke-hoach").body()).contains("ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/khong-co?jakarta.faces.ViewState=1", "/khong-co?Faces-Request=partial/ajax"})
    void a_page_that_says_that_there_is_none_is_whole_whatever_is_claimed(String address) {
        var answer = portal.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Không có trang này", "</html>");
    }

    @Test
    void a_very_long_query_is_no_failure() {
        var page = portal.get("/tim-kiem?q=" + "a".repeat(10_000));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("</html>");

        var problem = portal.get("/api/v1/search?q=" + "a".repeat(10_000));
        assertThat(header(problem, "Content-Type")).containsAnyOf("application/json", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "FOO"})
    void a_page_can_only_be_read(String method) {
        var answer = portal.send(HttpRequest.newBuilder(portal.uri("/san-pham"))
                .method(method, method.startsWith("P") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.body()).contains("</html>");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void head_answers_as_get_without_the_page() {
        var answer = portal.send(HttpRequest.newBuilder(portal.uri("/"))
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void an_address_has_no_slash_at_its_end() {
        var answer = portal.get("/san-pham/?tieng=hmn");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(URI.create(header(answer, "Location")).getPath()).isEqualTo("/san-pham");
        assertThat(header(answer, "Location")).endsWith("?tieng=hmn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//san-pham/",
                "//san-pham",
                "//khong-co.example/..;/san-pham/",
                "/./san-pham",
                "/ke-hoach/../san-pham",
                "/%2e/san-pham",
                "/san-pham/%2E"
            })
    void another_spelling_of_an_address_leads_nowhere(String spelling) {
        assertThat(portal.get("/san-pham").statusCode())
                .as("the page is in memory")
                .isEqualTo(200);

        var answer =
                portal.send(HttpRequest.newBuilder(URI.create(portal.baseUrl().replaceAll("/$", "") + spelling))
                        .build());

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void what_has_been_taken_down_is_410_with_the_public_reason() throws SQLException {
        withdraw("da-go-xuong", "Người trong phim đã rút lại lời đồng ý <cho xem>.");
        try {
            var answer = portal.get("/san-pham/da-go-xuong");

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body())
                    .contains("Một câu chuyện đã gỡ", "đã rút lại lời đồng ý &lt;cho xem&gt;")
                    .doesNotContain("<cho xem>");
        } finally {
            forget("da-go-xuong");
        }
    }

    @Test
    void a_plan_that_was_taken_down_is_gone_for_programs_too() throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into plan (slug, sample, state, online, published_at, changed_at, withdrawal_reason)"
                            + " values ('ke-hoach-da-go', true, 'WITHDRAWN', false, now(), now(), 'Thay bằng kế hoạch khác.')"
                            + " on conflict (slug) do nothing");
        }

        try {
            assertThat(portal.get("/api/v1/plans/ke-hoach-da-go").statusCode()).isEqualTo(410);
            assertThat(portal.get("/api/v1/plans/ke-hoach-da-go/progress").statusCode())
                    .isEqualTo(410);
        } finally {
            try (var connection = portal.database();
                    var statement = connection.createStatement()) {
                statement.execute("delete from plan where slug = 'ke-hoach-da-go'");
            }
        }
        assertThat(portal.get("/api/v1/plans/chua-bao-gio-co").statusCode()).isEqualTo(404);
    }

    @Test
    void assets_are_kept_for_a_year_under_an_address_that_names_their_content() {
        var page = portal.get("/").body();
        var address = page.replaceAll("(?s).*href=\"(/resources/styles/loa\\.css\\?v=[0-9a-f]+)\".*", "$1");

        var answer = portal.get(address, "Accept-Encoding", "gzip");
        assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(portal.get(address, "Accept-Encoding", "gzip", "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(portal.get("/resources/styles/loa.css?v=old"), "Cache-Control"))
                .doesNotContain("immutable");
        assertThat(portal.get("/resources/styles/../../WEB-INF/web.xml").statusCode())
                .isIn(400, 404);
        assertThat(portal.get("/resources/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void programs_that_read_no_page_find_a_small_icon() {
        var answer = portal.get("/favicon.ico");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/x-icon");
        assertThat(header(answer, "Cache-Control")).contains("max-age=86400");
        assertThat(Integer.parseInt(header(answer, "Content-Length"))).isLessThan(2_000);
    }

    @Test
    void what_has_been_taken_down_says_its_reason_in_its_own_language() throws SQLException {
        withdraw("da-go-xuong-nua", "Người trong phim đã chuyển đi xa.");
        withdraw("da-go-xuong-roi", "Cổng không còn được phép đăng nội dung này.");
        try {
            assertThat(portal.get("/san-pham/da-go-xuong-nua?hl=en").body())
                    .contains("<p>Reason: <span lang=\"vi\">Người trong phim đã chuyển đi xa.</span></p>");
            assertThat(portal.get("/san-pham/da-go-xuong-nua").body())
                    .contains("<p>Lý do: <span>Người trong phim đã chuyển đi xa.</span></p>");
            assertThat(portal.get("/san-pham/da-go-xuong-roi?hl=en").body())
                    .contains("<p>Reason: <span>The portal may no longer publish this content.</span></p>");
        } finally {
            forget("da-go-xuong-nua");
            forget("da-go-xuong-roi");
        }
    }

    @Test
    void a_language_and_a_mode_once_chosen_stay_in_every_link() {
        var page = portal.get("/?hl=en&nhe=1").body();

        assertThat(page).contains("href=\"/ke-hoach?hl=en&amp;nhe=1\"", "name=\"hl\" value=\"en\"");
        assertThat(portal.get("/", "Save-Data", "on").body()).contains("href=\"/?nhe=0\"");
        assertThat(portal.get(PublicAddresses.SKIT + "?hl=hmn").body())
                .contains("?tieng=tyz&amp;hl=hmn", "lang=\"vi\"");
    }

    private void withdraw(String slug, String reason) throws SQLException {
        try (var connection = portal.database()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("""
                    with p as (insert into product (slug, sample, state, online, published_at, changed_at, withdrawal_reason)
                               values (?, false, 'WITHDRAWN', false, now(), now(), ?) returning id),
                         r as (insert into product_revision (product, number, title, summary, body, genre, production_year, replay)
                               select id, 1, '{"vi":"Một câu chuyện đã gỡ"}', '{}', '{}', 'tin-bai', 2025, false from p
                               returning id, product)
                    select 1 from r""")) {
                statement.setString(1, slug);
                statement.setString(2, reason);
                statement.execute();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("update product p set current_revision = r.id, published_revision = r.id"
                        + " from product_revision r where r.product = p.id and p.slug = '" + slug + "'");
            }
            connection.commit();
        }
    }

    private void forget(String slug) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            var own = " (select id from product where slug = '" + slug + "')";
            connection.setAutoCommit(false);
            statement.execute(
                    "update product set current_revision = null, published_revision = null where id in" + own);
            statement.execute("delete from product_revision where product in" + own);
            statement.execute("delete from product where id in" + own);
            connection.commit();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
