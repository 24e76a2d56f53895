package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesBrowser;

/** How people find feeds, and what pages say of themselves to those who share and list them. */
@UsesBrowser
class SharingPageIT {
    private final Portal portal;

    SharingPageIT(Portal portal) {
        this.portal = portal;
    }

    private String address(String path) {
        return portal.uri(path).toString();
    }

    @Test
    void people_find_feeds_and_copy_their_addresses(Page page) {
        page.navigate(address("/chu-de/vay-von"));
        page.locator("main a[href='/theo-doi?chu-de=vay-von']").click();

        for (var path : List.of(
                "/feeds/san-pham.atom?chu-de=vay-von",
                "/feeds/hmn/vay-von.xml",
                "/feeds/ke-hoach.atom",
                "/feeds/vi.xml")) {
            assertThat(page.locator("input[value='" + address(path) + "']").count())
                    .as(path)
                    .isEqualTo(1);
            assertThat(portal.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(page.locator("input[value$='.ics']").count()).isPositive();
        assertThat(page.locator("footer a[href='/theo-doi']").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("vn.loa.testing.PublicAddresses#pages")
    void a_page_that_is_shared_says_what_it_is(String path) {
        if (path.startsWith("/tim-kiem") || path.equals("/da-luu")) {
            return;
        }
        assertThat(portal.get(path).body())
                .containsPattern("property=\"og:title\" content=\"[^\"]+\"")
                .containsPattern("property=\"og:description\" content=\"[^\"]+\"")
                .containsPattern("property=\"og:url\" content=\"http[^\"]+\"")
                .containsPattern("property=\"og:image\" content=\"http[^\"]+\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/, WebSite",
        "/san-pham, CollectionPage",
        "/chu-de/vay-von, CollectionPage",
        "/dia-ban/04, CollectionPage",
        "/hoi-dap, CollectionPage",
        "/ke-hoach, CollectionPage",
        "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025, Legislation"
    })
    void search_engines_read_what_a_page_is(String path, String type) {
        var data = Jsoup.parse(portal.get(path).body()).select("script[type=application/ld+json]");

        assertThat(data).hasSize(1);
        assertThat(JsonParser.parseString(data.get(0).data())
                        .getAsJsonObject()
                        .get("@type")
                        .getAsString())
                .isEqualTo(type);
    }
}
