package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.UsesPortal;

/** What search engines are told. */
@UsesPortal
class SitemapIT {
    private static final String SLUG = PublicAddresses.FILM.substring("/san-pham/".length());

    private static final String CUT = "delete from rendition where profile = 'hls-thu'";

    private final Portal portal;

    SitemapIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void aFilmIsNamedByAFileWithPictureAndSoundHoweverLargeThePiecesOfItsStreamsAre() throws Exception {
        var before = film();
        assertThat(before).contains("<video:content_loc>").doesNotContain("-hls-");
        try {
            execute(
                    "insert into rendition (asset, profile, blob, content_type, bytes, codecs, peak_bandwidth, average_bandwidth)"
                            + " select distinct asset, 'hls-thu', (select min(sha256) from blob), 'video/mp4', 4000000000, 'avc1.4d401f', 1, 1"
                            + " from track t join product p on p.id = t.product where t.kind = 'video' and p.slug = '"
                            + SLUG + "'");

            assertThat(film()).isEqualTo(before);
        } finally {
            execute(CUT);
        }
    }

    @Test
    void what_has_room_in_one_file_has_no_parts() {
        assertThat(portal.get("/sitemap.xml").body()).contains("<urlset");
        for (var part : List.of("1", "2", "0", "-1", "x", "99999999999")) {
            assertThat(portal.get("/sitemap.xml?phan=" + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    /** What is said of the one film in Vietnamese: other works come and go. */
    private String film() {
        var sitemap = portal.get("/sitemap.xml").body();
        var begin = sitemap.indexOf(PublicAddresses.FILM + "</loc>");
        assertThat(begin).as(sitemap).isPositive();
        return sitemap.substring(begin, sitemap.indexOf("</url>", begin));
    }

    private void execute(String statement) {
        portal.sql().execute(statement + "; update content_revision set number = number + 1");
    }
}
