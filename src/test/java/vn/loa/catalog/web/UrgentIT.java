package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.Messages;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What is urgent stands on top of all pages and lists, for as long as it is said to be, and no longer. */
@UsesPortal
class UrgentIT {
    private static final String BANNER = "class=\"urgent\"";
    private static final String COMMUNE = "01393";
    private static final Pattern VERSION = Pattern.compile("name=\"phien-ban\" value=\"([0-9]+)\"");

    private final Portal portal;
    private final Staff all;
    private String slug = "";
    private String title = "";

    UrgentIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
    }

    @BeforeEach
    void published() {
        slug = Drafts.start(all);
        for (var step : new String[] {"review", "approved", "published"}) {
            move(step);
        }
        title = Drafts.object(all.get(Drafts.PRODUCTS + "/" + slug))
                .getJsonObject("title")
                .getString("vi");
    }

    /** No other test expects a banner. */
    @AfterEach
    void withdrawn() {
        all.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Xong.\"}");
        Until.holds(() -> !portal.get("/").body().contains(BANNER));
    }

    private void move(String step) {
        var answer = all.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + step + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> press(String level, Instant until) {
        return all.send(
                "PUT",
                Drafts.PRODUCTS + "/" + slug + "/priority",
                "{\"priority\":\"" + level + "\"" + (until == null ? "" : ",\"until\":\"" + until + "\"") + "}");
    }

    @Test
    void what_is_urgent_is_told_on_every_page_and_comes_first_in_every_list_of_what_is_new() {
        var newer = Drafts.start(all);
        for (var step : new String[] {"review", "approved", "published"}) {
            all.send("POST", Drafts.PRODUCTS + "/" + newer + "/transitions", "{\"to\":\"" + step + "\"}");
        }
        assertThat(press("urgent", Instant.now().plus(1, ChronoUnit.HOURS)).statusCode())
                .isEqualTo(200);

        Until.holds(() -> portal.get("/").body().contains(BANNER));
        for (var page : new String[] {"/", "/?nhe=1", "/?hl=en", "/ke-hoach", "/hoi-dap", "/khong-co-trang-nay"}) {
            var body = portal.get(page).body();
            assertThat(body.substring(0, body.indexOf("<main"))).as(page).contains(BANNER, title);
        }
        assertThat(portal.get("/?hl=en").body()).contains("Urgent:");
        assertThat(portal.get("/nhung/con-bo-cua-nha-ong-pao").body()).doesNotContain(title);
        var own = portal.get("/san-pham/" + slug).body();
        assertThat(own).doesNotContain(BANNER).contains("Khẩn cấp đến");

        Until.holds(() -> {
            var list = portal.get("/san-pham?sap-xep=moi-nhat").body();
            var main = list.substring(list.indexOf("<main"));
            return main.contains("/san-pham/" + newer)
                    && main.indexOf("/san-pham/" + slug) < main.indexOf("/san-pham/" + newer);
        });
        var listed = Drafts.object(portal.get("/api/v1/products?size=5"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getString("slug")).isEqualTo(slug);
        assertThat(listed.getString("priority")).isEqualTo("urgent");
        var one = Drafts.object(portal.get(Drafts.PRODUCTS + "/" + slug));
        assertThat(one.getString("priority")).isEqualTo("urgent");
        assertThat(Instant.parse(one.getString("priorityUntil"))).isAfter(Instant.now());
        assertThat(portal.get("/feeds/san-pham.atom").body()).contains("term=\"urgent\"", "label=\"Khẩn cấp\"");

        all.send("POST", Drafts.PRODUCTS + "/" + newer + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Xong.\"}");
        all.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Xong.\"}");
        Until.holds(() -> !portal.get("/ke-hoach").body().contains(BANNER));
    }

    @Test
    void it_ends_by_itself_and_the_trail_says_so() {
        press("urgent", Instant.now().plus(1, ChronoUnit.HOURS));
        Until.holds(() -> portal.get("/").body().contains(title));

        portal.sql().execute("update product set urgent_until = now() - interval '1 second' where slug = ?", slug);

        Until.holds(() -> !portal.get("/").body().contains(BANNER));
        Until.holds(() -> Drafts.object(all.get(Drafts.PRODUCTS + "/" + slug))
                .getString("priority")
                .equals("normal"));
        Until.holds(() -> portal.sql()
                .single(
                        "select note from audit_entry where subject_slug = ? and action = 'press' order by id desc limit 1",
                        slug)
                .equals("normal"));
        Until.holds(() -> !portal.get("/san-pham/" + slug).body().contains("Khẩn cấp đến"));
    }

    @Test
    void who_is_writing_the_product_meanwhile_goes_on_undisturbed() {
        move("draft");
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var version = editor.get(Drafts.PRODUCTS + "/" + slug)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(press("urgent", Instant.now().plus(1, ChronoUnit.HOURS)).statusCode())
                .isEqualTo(200);
        Until.holds(() -> portal.get("/").body().contains(title));
        portal.sql().execute("update product set urgent_until = now() - interval '1 second' where slug = ?", slug);
        Until.holds(() -> Drafts.object(all.get(Drafts.PRODUCTS + "/" + slug))
                .getString("priority")
                .equals("normal"));

        var saved = editor.send(
                "PUT",
                Drafts.PRODUCTS + "/" + slug,
                Drafts.content(title, COMMUNE).build().toString(),
                "If-Match",
                version);

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    @Test
    void pages_in_memory_name_the_moment_until_which_it_is_urgent() {
        var until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        press("urgent", until);

        Until.holds(() -> portal.get("/ke-hoach").body().contains("<li data-until=\"" + until + "\">"));
        assertThat(portal.get("/san-pham/" + slug).body())
                .contains("<span class=\"mock pill\" data-until=\"" + until + "\">Khẩn cấp đến");
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_changes() {
        assertThat(press("urgent", null).statusCode()).isEqualTo(400);
        assertThat(press("normal", Instant.now().plus(1, ChronoUnit.HOURS)).statusCode())
                .isEqualTo(400);
        assertThat(press("very", null).body()).contains("normal, important, urgent");
        assertThat(press("urgent", Instant.now().plus(8, ChronoUnit.DAYS)).statusCode())
                .isEqualTo(409);
        assertThat(press("important", Instant.now().plus(31, ChronoUnit.DAYS)).statusCode())
                .isEqualTo(409);
        assertThat(press("urgent", Instant.now().minus(1, ChronoUnit.DAYS)).statusCode())
                .isEqualTo(409);
        assertThat(Drafts.object(all.get(Drafts.PRODUCTS + "/" + slug)).getString("priority"))
                .isEqualTo("normal");
    }

    @Test
    void publishers_of_one_commune_do_not_say_so_even_of_what_is_of_their_commune_alone() {
        var own = Drafts.start(all, COMMUNE);
        Drafts.addTrack(portal, own, "vi");
        var page = "/quan-tri/san-pham/" + own;
        var publisher = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), COMMUNE, Set.of()).cookie());
        var seen = publisher.get(page).body();
        assertThat(seen).contains("value=\"cat\"").doesNotContain("value=\"uu-tien\"");
        var version = VERSION.matcher(seen);
        assertThat(version.find()).isTrue();
        var soon = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1).withNano(0);

        var refused = publisher.send(
                page, "lam", "uu-tien", "phien-ban", version.group(1), "muc", "urgent", "den", soon.toString());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(Messages.in("vi").text("working.refused.not-permitted"));
        assertThat(Drafts.object(all.get(Drafts.PRODUCTS + "/" + own)).getString("priority"))
                .isEqualTo("normal");
    }

    @Test
    void publishers_say_so_on_the_page_of_the_product_and_editors_do_not() {
        var page = "/quan-tri/san-pham/" + slug;
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        assertThat(portal.get(page, "Cookie", editor.cookie()).body()).doesNotContain("value=\"uu-tien\"");
        var publisher = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).cookie());
        var version = VERSION.matcher(publisher.get(page).body());
        assertThat(version.find()).isTrue();
        var far = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .plusDays(20)
                .withNano(0)
                .withSecond(0);

        var refused = publisher.send(
                page, "lam", "uu-tien", "phien-ban", version.group(1), "muc", "urgent", "den", far.toString());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("khẩn cấp tối đa 7 ngày", "value=\"" + far + "\"");
        var missing =
                publisher.send(page, "lam", "uu-tien", "phien-ban", version.group(1), "muc", "important", "den", "");
        assertThat(missing.body()).contains("chọn ngày giờ kết thúc");

        var done = publisher.send(
                page, "lam", "uu-tien", "phien-ban", version.group(1), "muc", "important", "den", far.toString());
        assertThat(done.statusCode()).isIn(302, 303);
        assertThat(publisher.get(page).body()).contains("Ưu tiên đến");
        assertThat(portal.get("/").body()).doesNotContain(BANNER);
    }
}
