package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class SearchPagesIT {
    private static final int HEAVIEST = 14 * 1024;

    private final Portal portal;

    SearchPagesIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/san-pham",
                "/san-pham?hl=en",
                "/san-pham?nhe=1",
                "/san-pham?q=giam+ngheo",
                "/san-pham?tieng=tyz&chu-de=vay-von&hl=en",
                "/tim-kiem",
                "/tim-kiem?q=giam+ngheo",
                "/tim-kiem?q=giam+ngheo&hl=en",
                "/tim-kiem?q=cao+bang&trang=2"
            })
    void pages_are_light_and_leave_no_trace(String path) throws IOException {
        var page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(zipped(page.body())).isLessThanOrEqualTo(HEAVIEST);
        assertThat(page.body()).contains("</html>").doesNotContain("#{", "???", "jsessionid");
    }

    @Test
    void the_first_view_lists_everything_with_true_counts() {
        var page = get("/san-pham").body();

        assertThat(page).contains(IndexState.publicProducts(portal) + " sản phẩm", "the-loai=", "chu-de=", "dia-ban=");
    }

    @Test
    void found_words_are_marked_and_everything_typed_is_escaped() {
        assertThat(get("/tim-kiem?q=ngheo").body()).contains("<mark>");
        assertThat(get("/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
        assertThat(get("/san-pham?q=%22%3E%3Cimg%20src=x%3E").body()).doesNotContain("<img src=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the-loai=khong-co",
                "tieng=xx",
                "nam=abc",
                "dia-ban=%7B!func%7D",
                "trang=1000000000",
                "trang=-1",
                "trang=x",
                "trang=99999999999999999999"
            })
    void what_does_not_exist_narrows_to_nothing(String filter) {
        var page = get("/san-pham?" + filter);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Không có sản phẩm nào như vậy", "</html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%FF%FE",
                "q=%",
                "q=%zz",
                "q=%7B!func%7D1",
                "q=*a*",
                "q=%F0%9F%98%80",
                "q=%00",
                "q=%0D%0ASet-Cookie:a",
                "sap-xep=abc",
                "&&&=&=",
                "hl=xx",
                "q=a&q=b",
                "the-loai=a&the-loai=%FF"
            })
    void no_text_breaks_a_page(String query) {
        assertThat(Raw.status(portal, "/san-pham?" + query)).as(query).isIn(200, 400);
        assertThat(Raw.status(portal, "/tim-kiem?" + query)).as(query).isIn(200, 400);
    }

    @Test
    void ten_kilobytes_are_answered() {
        assertThat(Raw.status(portal, "/tim-kiem?q=" + "giam+ngheo+".repeat(600)))
                .isIn(200, 400, 414);
        assertThat(Raw.status(portal, "/tim-kiem?q=" + "giam+ngheo+".repeat(1_000)))
                .isIn(200, 400, 414);
        assertThat(Raw.status(portal, "/san-pham?" + "the-loai=x&".repeat(600))).isIn(200, 400, 414);
    }

    /** The page while search is not limited: on a busy machine the search server may answer too late at first. */
    private HttpResponse<String> get(String path) {
        return Until.answer(() -> portal.get(path), page -> !page.body().contains("đang hạn chế"));
    }

    private static int zipped(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
