package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.syndication.SitemapPart.Amount;
import vn.loa.syndication.SitemapPart.Pages;

/** How a sitemap is parted that has no room in one file. */
class SitemapPartTest {
    @Test
    void what_has_room_in_one_file_stands_in_one() {
        assertThat(parts(10, 250, 24_740)).containsExactly(new SitemapPart(true, new Pages(1, 3), new Pages(1, 50)));
        assertThat(parts(10, 0, 0)).containsExactly(new SitemapPart(true, new Pages(1, 0), new Pages(1, 0)));
    }

    @Test
    void what_has_no_room_in_it_is_parted_and_nothing_of_it_is_left_out() {
        assertThat(parts(10, 250, 60_001))
                .containsExactly(
                        new SitemapPart(true, Pages.NONE, Pages.NONE),
                        new SitemapPart(false, new Pages(1, 3), Pages.NONE),
                        new SitemapPart(false, Pages.NONE, new Pages(1, 50)),
                        new SitemapPart(false, Pages.NONE, new Pages(51, 100)),
                        new SitemapPart(false, Pages.NONE, new Pages(101, 121)));
    }

    @Test
    void the_first_file_names_the_others() throws Exception {
        var out = new ByteArrayOutputStream();

        SitemapWriter.index(List.of("https://loa.example.vn/sitemap.xml?phan=1"), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap>"
                        + "<loc>https://loa.example.vn/sitemap.xml?phan=1</loc></sitemap></sitemapindex>");
    }

    private static List<SitemapPart> parts(long general, long plans, long products) {
        return SitemapPart.of(new Amount(general, 1), new Amount(plans, 100), new Amount(products, 500), 2, 50_000);
    }
}
