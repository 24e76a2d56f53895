package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class PageCacheIT {
    private static final String PAGE = "/san-pham/con-bo-cua-nha-ong-pao";
    private static final String TITLE = "Con bò của nhà ông Páo";

    @Test
    void aPageIsKnownByItsTag(Portal portal) {
        var tag = portal.get(PAGE).headers().firstValue("ETag").orElseThrow();
        var again = portal.get(PAGE, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("public, max-age=10");
    }

    @Test
    void aPageKeepsTheFieldsOfLaterFilters(Portal portal) {
        for (var i = 0; i < 2; i++) {
            var headers = portal.get(PAGE).headers();
            assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void headSaysWhatGetSends(Portal portal) {
        for (var path : new String[] {"/ke-hoach", "/api/v1/genres"}) {
            // Again, should the content have changed between the two.
            var both = Until.answer(() -> List.of(head(portal, path), portal.get(path)), PageCacheIT::areOfOneContent);
            var head = both.get(0);
            var get = both.get(1);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("ETag")).isPresent();
            assertThat(head.headers().firstValue("Content-Length"))
                    .isEqualTo(get.headers().firstValue("Content-Length"));
        }
    }

    private static HttpResponse<String> head(Portal portal, String path) {
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .method("HEAD", BodyPublishers.noBody())
                .build());
    }

    private static boolean areOfOneContent(List<HttpResponse<String>> answers) {
        return answers.stream()
                        .map(answer -> answer.headers().firstValue("ETag"))
                        .distinct()
                        .count()
                == 1;
    }

    @Test
    void unknownParametersShowInNoLink(Portal portal) {
        assertThat(portal.get(PAGE + "?hl=en&utm_source=nothing-of-ours").body())
                .doesNotContain("nothing-of-ours");
    }

    @Test
    void whatIsNoPageIsNoPageInMemoryEither(Portal portal) {
        for (var i = 0; i < 2; i++) {
            assertThat(portal.get("/san-pham/no-such-thing").statusCode()).isEqualTo(404);
            assertThat(portal.get("/san-pham/no/such").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aChangeIsSeenSoonAfterItsCommit(Portal portal) throws SQLException {
        portal.get(PAGE);
        var changed = TITLE + " (thử)";
        retitle(portal, TITLE, changed);
        try {
            Until.holds(() -> portal.get(PAGE).body().contains(changed));
        } finally {
            retitle(portal, changed, TITLE);
        }
        Until.holds(() -> !portal.get(PAGE).body().contains(changed));
    }

    /** What a publication does, with as little of it as can be. */
    private static void retitle(Portal portal, String from, String to) throws SQLException {
        try (var connection = portal.database();
                var retitle = connection.prepareStatement(
                        "update product_revision set title = replace(title::text, ?, ?)::text where title::text like ?");
                var advance = connection.prepareStatement("update content_revision set number = number + 1")) {
            connection.setAutoCommit(false);
            retitle.setString(1, from);
            retitle.setString(2, to);
            retitle.setString(3, "%" + from + "%");
            assertThat(retitle.executeUpdate()).isPositive();
            advance.executeUpdate();
            connection.commit();
        }
    }
}
