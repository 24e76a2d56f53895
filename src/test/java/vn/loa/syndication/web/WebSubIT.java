package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Hub;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The hub hears of what changes, also when it was away for a moment. */
@UsesPortal
class WebSubIT {
    private static final String PRODUCTS = "/feeds/san-pham.atom";

    private final Portal portal;

    WebSubIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_hub_that_was_away_is_told_later_of_the_feeds_that_have_changed() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        portal.sql()
                .change(
                        "update track set state = 'approved', reviewer = 'ngonngu', reviewed_at = now() where id = ?",
                        Drafts.addTrack(portal, slug, "hmn"));
        portal.sql()
                .change(
                        "insert into product_topic (revision, topic) select current_revision, 'vay-von' from product where slug = ?",
                        slug);
        Hub.shared().begin(1);

        move(editor, slug, "review");
        move(publisher, slug, "approved");
        move(publisher, slug, "published");

        Until.holds(() -> Hub.shared().failing() == 0
                && Hub.shared()
                        .told()
                        .contains(portal.uri("/feeds/san-pham.atom").toString())
                && Hub.shared().told().contains(portal.uri("/feeds/hmn.xml").toString()));
        Until.holds(() -> Hub.shared()
                .told()
                .contains(portal.uri("/feeds/hmn/vay-von.xml").toString()));
        assertThat(Hub.shared().told())
                .as("of voices and topics that it does not have, nothing has changed")
                .noneMatch(feed -> feed.contains("/feeds/tyz") || feed.contains("/feeds/vi/vay-von"));
        move(publisher, slug, "withdrawn");
    }

    @Test
    void a_hub_finds_what_is_new_when_it_is_told() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        var feed = portal.uri(PRODUCTS).toString();
        move(editor, slug, "review");
        move(publisher, slug, "approved");
        var found = new CopyOnWriteArrayList<String>();
        Hub.shared().begin(0);
        move(publisher, slug, "published");
        Hub.shared().whenTold(told -> {
            if (told.equals(feed)) {
                found.add(portal.get(PRODUCTS).body());
            }
        });

        try {
            Until.holds(() -> !found.isEmpty());
        } finally {
            Hub.shared().whenTold(told -> {});
        }
        assertThat(found.get(0)).contains(slug);
        move(publisher, slug, "withdrawn");
    }

    private static void move(Staff who, String slug, String to) {
        var answer = who.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/transitions",
                "{\"to\": \"" + to + "\", \"note\": \"Để thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/san-pham.atom?the-loai=tieu-pham",
                "/feeds/san-pham.atom?hl=en",
                "/feeds/san-pham.atom?trang=2",
                "/feeds/ke-hoach.atom?hl=en",
                "/feeds/vi.xml?trang=2"
            })
    void a_feed_of_which_no_hub_hears_promises_none(String path) {
        var feed = portal.get(path);

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).doesNotContain("rel=\"hub\"");
        assertThat(feed.headers().allValues("Link")).noneMatch(link -> link.contains("hub"));
    }

    @Test
    void feeds_name_the_hub_that_hears_of_them() {
        for (var path : new String[] {"/feeds/vi.xml", "/feeds/san-pham.atom", "/feeds/ke-hoach.atom"}) {
            var feed = portal.get(path);

            assertThat(feed.body())
                    .contains("rel=\"hub\" href=\"" + Hub.shared().address() + "\"");
            assertThat(feed.headers().allValues("Link"))
                    .contains(
                            "<" + Hub.shared().address() + ">; rel=\"hub\"",
                            "<" + portal.uri(path) + ">; rel=\"self\"");
        }
    }
}
