package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** What a phone keeps of the portal for the hours without a line. */
@UsesBrowser
class OfflinePageIT {
    private static final String TIME = "document.querySelector('audio,video').currentTime";
    private static final int WORKER_BUDGET = 3 * 1024;

    private final Portal portal;
    private final Staff staff;

    OfflinePageIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
    }

    @Test
    void pages_seen_are_read_again_without_a_line_and_others_lead_to_what_is_saved(Page page) {
        ready(page, PublicAddresses.SKIT);
        open(page, PublicAddresses.SKIT);
        var title = page.locator("h1").textContent();
        open(page, "/tim-kiem?q=nuoc");
        open(page, "/san-pham?q=nuoc");

        page.context().setOffline(true);
        open(page, PublicAddresses.SKIT);
        assertThat(page.locator("h1").textContent()).isEqualTo(title);
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.player .stage')).borderRadius"))
                .as("styled")
                .isEqualTo("14px");
        open(page, PublicAddresses.FILM);
        assertThat(page.locator("h1").textContent()).isEqualTo("Đã lưu trên máy");
        page.locator("[data-is=away]").waitFor();
        assertThat(cached(page))
                .as("what a visitor looks for is kept nowhere")
                .noneMatch(url -> url.contains("tim-kiem") || url.contains("nuoc"));
        // A page that waits for the line comes again when the browser believes in one for a moment.
        Until.holds(() -> {
            open(page, "/da-luu");
            return page.evaluate("location.pathname").equals("/da-luu");
        });
        page.locator("[data-is=none]").waitFor();
        page.locator("[data-is=away]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void the_page_that_somebody_waits_for_comes_with_the_line(Page page) {
        ready(page, PublicAddresses.SKIT);
        open(page, "/ke-hoach");
        page.context().setOffline(true);
        open(page, PublicAddresses.FILM);
        page.locator("[data-is=away]").waitFor();

        page.context().setOffline(false);

        page.locator("video").waitFor();
        assertThat(page.url()).endsWith(PublicAddresses.FILM);
    }

    @Test
    void what_the_portal_has_withdrawn_leaves_the_list_with_a_word(Page page) {
        var slug = publish();
        ready(page, "/san-pham/" + slug);
        var title = page.locator("h1").textContent();
        save(page);
        open(page, PublicAddresses.SKIT);
        save(page);
        withdraw(slug);

        open(page, "/da-luu");

        page.locator("[data-is=gone]").waitFor();
        assertThat(page.locator("[data-is=gone]").textContent()).contains("gỡ xuống", title);
        assertThat(page.locator("[data-is=list] li strong").allTextContents())
                .hasSize(1)
                .doesNotContain(title);
        assertThat(cached(page)).noneMatch(url -> url.contains(slug));
        open(page, "/da-luu");
        page.locator("[data-is=list] li").waitFor();
        assertThat(page.locator("[data-is=gone]").isVisible()).as("told once").isFalse();
    }

    @Test
    void who_opens_the_page_of_what_was_withdrawn_has_it_no_longer(Page page) {
        var slug = publish();
        ready(page, "/san-pham/" + slug);
        save(page);
        open(page, "/san-pham/" + slug + "?hl=en");
        withdraw(slug);

        // Of another address: the browser itself keeps a page for a minute.
        open(page, "/san-pham/" + slug + "?t=1");
        page.locator("[data-dropped]").waitFor();

        assertThat(cached(page)).noneMatch(url -> url.contains(slug));
        page.context().setOffline(true);
        open(page, "/san-pham/" + slug + "?t=2");
        assertThat(page.locator("h1").textContent()).isEqualTo("Đã lưu trên máy");
        page.locator("[data-is=none]").waitFor();
    }

    @Test
    void what_is_saved_on_purpose_plays_without_a_line_and_nothing_else_is_kept(Page page) {
        ready(page, PublicAddresses.SKIT);
        assertThat(page.locator("[data-do=save] small").textContent()).containsPattern("\\d\u00a0(KB|MB)");
        var size = page.locator("[data-do=save] small").textContent();
        save(page);
        assertThat(cached(page).stream().filter(url -> url.contains("/media/"))).hasSize(1);

        page.context().setOffline(true);
        open(page, "/da-luu");
        var row = page.locator("[data-is=list] li");
        row.waitFor();
        assertThat(row.locator(".meta").textContent()).startsWith("Tiếng Việt").endsWith(size);
        row.locator("a").click();
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > 0.3");
        page.locator("[data-do=forward]").click();
        await(page, TIME + " > 10.3");
        assertThat(page.locator(".keep [role=status]").textContent()).isEqualTo("Đã lưu trên máy này.");
    }

    @Test
    void a_voice_that_is_not_saved_says_so_without_a_line_and_the_saved_one_plays_all_the_same(Page page) {
        ready(page, PublicAddresses.SKIT);
        save(page);

        page.context().setOffline(true);
        open(page, PublicAddresses.SKIT);
        var other = page.locator("a[hreflang][data-src]:not([aria-current])").first();
        other.click();
        page.locator("[data-do=toggle]").click();
        var alert = page.locator("[data-fail]");
        alert.waitFor();
        assertThat(alert.textContent()).contains("chưa lưu trên máy").contains("đã lưu");

        page.locator("a[hreflang=vi][data-src]").first().click();
        await(page, TIME + " > 0.3");
        assertThat(alert.isVisible()).isFalse();
    }

    @Test
    void parts_of_what_is_saved_are_answered_as_a_server_would(Page page) {
        ready(page, PublicAddresses.SKIT);
        save(page);
        open(page, "/");
        page.context().setOffline(true);

        assertThat(part(page, "bytes=2-5")).isEqualTo("206 bytes 2-5/SIZE 4 audio/mp4");
        assertThat(part(page, "bytes=-3")).matches("206 bytes \\d+-\\d+/SIZE 3 audio/mp4");
        assertThat(part(page, "bytes=0-99999999999")).startsWith("206 bytes 0-");
        assertThat(part(page, "bytes=99999999999-")).isEqualTo("416 bytes */SIZE 0 ");
    }

    @Test
    void what_is_deleted_is_gone_with_all_that_belongs_to_it(Page page) {
        ready(page, PublicAddresses.FILM);
        page.locator("[data-profile=A0]").click();
        await(page, "document.querySelector('[data-profile=A0]').getAttribute('aria-current') === 'true'");
        save(page);
        assertThat(cached(page)).anyMatch(url -> url.endsWith(".vtt"));
        open(page, "/da-luu");

        page.locator("[data-is=list] li button").click();
        page.locator("[data-is=none]").waitFor();

        assertThat(cached(page)).noneMatch(url -> url.contains("/media/"));
        await(page, "document.activeElement === document.querySelector('h1')");
    }

    @Test
    void a_full_device_is_told_in_plain_words_and_keeps_nothing_by_halves(Page page) {
        page.addInitScript("navigator.storage.estimate = async () => ({ quota: 1000, usage: 900 })");
        ready(page, PublicAddresses.SKIT);

        page.locator("[data-do=save]").click();

        await(page, "document.querySelector('.keep [role=status]').textContent.includes('không còn đủ chỗ')");
        assertThat(page.locator("[data-do=save]").isEnabled()).isTrue();
        assertThat(cached(page)).noneMatch(url -> url.contains("/media/"));
    }

    @Test
    void what_a_server_answers_for_a_look_that_it_has_not_heard_of_is_not_kept(Page page) {
        ready(page, "/");
        open(page, "/");
        Until.holds(() -> cached(page).stream().anyMatch(url -> url.contains("/styles/loa.css?v=")));
        var kept = cached(page).stream()
                .filter(url -> url.contains("/styles/loa.css"))
                .toList();

        var status = page.evaluate("fetch('/resources/styles/loa.css?v=000000000000').then(answer => answer.status)");

        assertThat(status).isEqualTo(200);
        assertThat(cached(page).stream().filter(url -> url.contains("/styles/loa.css")))
                .as("the sheet of the look that holds")
                .containsExactlyElementsOf(kept);
    }

    @Test
    void only_so_many_pages_are_kept_and_without_a_cookie(Page page) {
        ready(page, "/");
        for (var second = 1; second <= 23; second++) {
            open(page, PublicAddresses.LEAFLET + "?hl=en&t=" + second);
        }

        Until.holds(() -> cached(page).stream()
                        .filter(url -> url.contains(PublicAddresses.LEAFLET))
                        .filter(url -> url.contains("hl=en"))
                        .count()
                == 20);
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void who_saves_data_gets_no_worker(Page page) {
        page.addInitScript("addEventListener('load', () => setTimeout(() => document.title = 'loaded'))");
        open(page, PublicAddresses.SKIT + "?nhe=1");
        await(page, "document.title === 'loaded'");

        assertThat(page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)"))
                .isEqualTo(0);
    }

    @Test
    void the_worker_is_small_and_the_manifest_names_icons_that_are_there() throws Exception {
        var worker = portal.get("/sw.js");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(worker.body().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(zipped.size()).isLessThan(WORKER_BUDGET);

        var manifest = new Gson().fromJson(portal.get("/loa.webmanifest").body(), JsonObject.class);
        assertThat(manifest.get("display").getAsString()).isEqualTo("standalone");
        JsonArray icons = manifest.getAsJsonArray("icons");
        assertThat(icons).isNotEmpty().allSatisfy(icon -> {
            var answer = portal.get(icon.getAsJsonObject().get("src").getAsString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        });
    }

    /** A work that can be heard; what it is called in addresses. */
    private String publish() {
        var slug = Drafts.start(staff);
        var track = Drafts.addTrack(portal, slug, "vi");
        assertThat(Drafts.judge(staff, Drafts.PRODUCTS + "/" + slug + "/tracks/" + track, "{\"verdict\":\"approved\"}")
                        .statusCode())
                .isEqualTo(200);
        for (var step : List.of("review", "approved", "published")) {
            move(slug, "{\"to\":\"" + step + "\"}");
        }
        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 200);
        return slug;
    }

    private void withdraw(String slug) {
        move(slug, "{\"to\":\"withdrawn\",\"note\":\"Người trong ảnh rút lại đồng ý.\"}");
        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 410);
    }

    private void move(String slug, String step) {
        var answer = staff.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", step);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void open(Page page, String address) {
        page.navigate(portal.uri(address).toString());
    }

    /** Opens a page and waits for its worker to be at work. */
    private void ready(Page page, String address) {
        open(page, address);
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    }

    private static void save(Page page) {
        page.locator("[data-do=save]").click();
        await(page, "document.querySelector('.keep [role=status]').textContent === 'Đã lưu trên máy này.'");
        assertThat(page.locator("[data-do=save]").isVisible()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static List<String> cached(Page page) {
        return (List<String>) page.evaluate("async () => { const all = [];"
                + " for (const name of await caches.keys()) for (const kept of await (await caches.open(name)).keys()) all.push(kept.url);"
                + " return all; }");
    }

    /** Status, range, length and type of a part of the one file that is saved; its size is written as such. */
    private static String part(Page page, String range) {
        return (String) page.evaluate(
                "async range => { const keys = await (await caches.open('loa-da-luu')).keys();"
                        + " const file = keys.find(kept => kept.url.includes('/media/')).url;"
                        + " const size = (await (await caches.match(file)).blob()).size;"
                        + " const answer = await fetch(file, { headers: { Range: range } });"
                        + " const got = answer.headers.get('Content-Range').replace('/' + size, '/SIZE');"
                        + " return [answer.status, got, (await answer.blob()).size, answer.headers.get('Content-Type')].join(' '); }",
                range);
    }

    private static void await(Page page, String condition) {
        Until.holds(() -> (Boolean) page.evaluate("!!(" + condition + ")"));
    }
}
