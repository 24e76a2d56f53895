package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.content;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The whole way of a work, each step by the person whose step it is. */
@UsesPortal
class LifeOfAProductIT {
    private final Portal portal;
    private final Staff editor;
    private final Staff reviewer;
    private final Staff publisher;

    LifeOfAProductIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"));
        publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
    }

    @Test
    void from_an_editors_draft_to_the_public_page_and_away_again() {
        var name = "Tiếng chim đầu núi " + UUID.randomUUID();
        var bare = content(name).remove("body").add("genre", "tieu-pham").build();
        var slug = object(editor.send("POST", PRODUCTS, bare.toString())).getString("slug");
        var id = Drafts.addTrack(portal, slug, "tyz");
        assertThat(portal.get("/san-pham/" + slug).statusCode()).isEqualTo(404);

        step(editor, slug, "{\"to\":\"review\"}");
        step(publisher, slug, "{\"to\":\"approved\"}");
        var tooEarly = publisher.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"published\"}");
        assertThat(object(tooEarly).getString("reason"))
                .as("no track has been approved yet")
                .isEqualTo("nothing-to-show");
        assertThat(reviewer.send(
                                "POST",
                                PRODUCTS + "/" + slug + "/tracks/" + id + "/approval",
                                "{\"verdict\":\"approved\"}")
                        .statusCode())
                .isEqualTo(200);
        step(publisher, slug, "{\"to\":\"published\"}");

        Until.holds(() -> portal.get("/san-pham/" + slug).body().contains(name));
        var source = object(portal.get(PRODUCTS + "/" + slug))
                .getJsonArray("tracks")
                .getJsonObject(0)
                .getJsonArray("sources")
                .getJsonObject(0)
                .getString("url");
        assertThat(media(source)).isEqualTo(200);
        assertThat(portal.get(PRODUCTS + "/" + slug + "/tracks/" + id).statusCode())
                .isEqualTo(200);
        Until.holds(() -> isListed(slug));
        assertThat(portal.get("/sitemap.xml").body()).contains(slug);

        step(publisher, slug, "{\"to\":\"withdrawn\",\"note\":\"Người trong ảnh rút lại đồng ý.\"}");

        var page = Until.answer(() -> portal.get("/san-pham/" + slug), answer -> answer.statusCode() == 410);
        assertThat(page.body()).contains("Người trong ảnh rút lại đồng ý.");
        // Each answer may come from memory for a moment, and each was put there at another time.
        Until.holds(() -> portal.get(PRODUCTS + "/" + slug).statusCode() == 410);
        Until.holds(() -> portal.get(PRODUCTS + "/" + slug + "/tracks/" + id).statusCode() == 404);
        Until.holds(() -> media(source) == 404);
        Until.holds(() -> !isListed(slug));
        Until.holds(() -> !portal.get("/sitemap.xml").body().contains(slug));
        assertThat(object(editor.get(PRODUCTS + "/" + slug)).getString("withdrawalReason"))
                .isEqualTo("Người trong ảnh rút lại đồng ý.");
    }

    private void step(Staff by, String slug, String json) {
        var answer = by.send("POST", PRODUCTS + "/" + slug + "/transitions", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int media(String url) {
        return portal.bytes(
                        java.net.http.HttpRequest.newBuilder(portal.uri(url)).build())
                .statusCode();
    }

    private boolean isListed(String slug) {
        return object(portal.get(PRODUCTS + "?size=100&sort=newest"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(item -> item.getString("slug").equals(slug));
    }
}
