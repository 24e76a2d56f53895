package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesBrowser;

/** What the script of embeds does for the page around them, several of them and in odd places. */
@UsesBrowser
class EmbedApiPageIT {
    private static final String SKIT = "/nhung/con-bo-cua-nha-ong-pao";
    private static final String LIST = "/nhung/danh-sach?the-loai=tieu-pham&so=3";

    private final Portal portal;
    private OtherSite site;

    EmbedApiPageIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void open() {
        site = new OtherSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String address(String path) {
        return portal.uri(path).toString();
    }

    private String frame(String path) {
        return "<iframe src='" + address(path)
                + "' width='100%' height='80' allow='autoplay' style='border:0'></iframe>";
    }

    private String sandboxed(String allowed) {
        return "<iframe sandbox='" + allowed + "' width='600' height='80' src='" + address(SKIT) + "'></iframe>";
    }

    private String script() {
        return "<script src='" + address("/nhung/api/v1.js") + "'></script>";
    }

    private static double height(Locator frame) {
        return frame.boundingBox().height;
    }

    @Test
    void in_a_sandbox_without_an_origin_and_in_a_shadow_a_frame_becomes_as_high_as_it_is(Page page) {
        page.navigate(site.page("/", sandboxed("allow-scripts") + "<div id='host'></div>" + script()));
        page.evaluate("""
                html => { document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = html; }
                """, frame(LIST));

        page.waitForFunction("document.querySelector('iframe').getBoundingClientRect().height > 120");
        page.waitForFunction(
                "document.getElementById('host').shadowRoot.querySelector('iframe').getBoundingClientRect().height > 120");
    }

    @Test
    void in_a_sandbox_without_an_origin_a_link_opens_a_window_and_nothing_fails(Page page) {
        var wrong = new ArrayList<String>();
        page.onPageError(wrong::add);
        page.navigate(site.page("/", sandboxed("allow-scripts allow-popups")));

        page.context()
                .waitForPage(() -> page.frameLocator("iframe").locator("h1 a").click());

        assertThat(wrong).isEmpty();
    }

    @Test
    void in_a_narrow_column_the_picture_stands_above_the_words(Page page) {
        page.navigate(site.page("/", "<div style='width:200px'>" + frame(SKIT) + "</div>" + script()));

        page.waitForCondition(() -> height(page.locator("iframe")) > 120);
        var words = page.frameLocator("iframe").locator(".words > div").boundingBox();
        assertThat(words.width).isGreaterThan(140);
    }

    @Test
    void what_begins_to_sound_silences_the_others_unless_they_stand_together(Page page) {
        page.navigate(site.page(
                "/",
                frame(SKIT) + frame(SKIT) + frame(SKIT).replace("<iframe", "<iframe data-loa-together") + script()
                        + """
                <script>const players = [...document.querySelectorAll('iframe')].map(Loa.player);</script>"""));
        page.waitForFunction("players.every(player => player.begun)");

        page.evaluate("players[2].play()");
        page.waitForFunction("!players[2].state.paused");
        page.evaluate("players[0].play()");
        page.waitForFunction("!players[0].state.paused");
        page.evaluate("players[1].play()");
        page.waitForFunction("!players[1].state.paused && players[0].state.paused");
        assertThat(page.evaluate("players[2].state.paused")).isEqualTo(false);
    }

    @Test
    void whoever_asks_for_a_player_again_is_not_told_again_that_it_is_ready(Page page) {
        page.navigate(site.page("/", frame(SKIT) + script() + """
                <script>
                  let ready = 0; const told = [];
                  const frame = document.querySelector('iframe'), player = Loa.player(frame);
                  player.on('ready', () => { throw new Error('a listener that fails'); });
                  player.on('ready', () => ready++);
                  player.on('*', now => told.push(now.event + (now.reason || '')));
                </script>"""));
        page.waitForFunction("ready > 0");

        page.evaluate("Loa.player(frame).language('xx')");
        page.waitForFunction("told.includes('errorlanguage')");
        page.evaluate("Loa.player(frame).seek(1e9)");
        page.waitForFunction("told.includes('seeked')");

        assertThat(page.evaluate("ready")).isEqualTo(1);
        assertThat(((Number) page.evaluate("player.state.time")).doubleValue()).isLessThan(10_000);
    }

    @Test
    void what_a_page_wants_before_the_script_has_come_is_done_then(Page page) {
        page.navigate(site.page("/", frame(SKIT) + """
                <script>
                  let here = null;
                  (window.loaReady = window.loaReady || []).push(Loa => { here = Loa.player(document.querySelector('iframe')); });
                </script>""" + script().replace("<script", "<script async")));

        page.waitForFunction("here && here.begun");
        page.evaluate("loaReady.push(Loa => { window.later = Loa.version; })");
        assertThat(page.evaluate("window.later")).isEqualTo(1);
    }

    @Test
    void a_voice_that_is_over_by_then_begins_anew_and_says_how_long_it_is(Page page) {
        page.navigate(address(SKIT + "?tieng=vi"));
        page.evaluate("""
                () => { const shorter = document.querySelector('.voices a[data-language=tyz]');
                        shorter.dataset.seconds = 5;
                        shorter.dataset.length = 'năm giây';
                        document.querySelector('audio').currentTime = 20;
                        shorter.click(); }""");

        assertThat(page.locator("[data-of=length]").textContent()).isEqualTo("năm giây");
        assertThat(((Number) page.evaluate("document.querySelector('audio').currentTime")).intValue())
                .isZero();
        assertThat(page.locator(".voices a[data-language=hmn]").getAttribute("data-seconds"))
                .matches("[1-9][0-9]*([.][0-9]+)?");
    }

    @Test
    void a_page_is_told_why_there_is_nothing_and_how_much_is_in_a_list(Page page) {
        page.navigate(site.page("/", frame("/nhung/khong-co-bao-gio") + frame(LIST) + script() + """
                <script>
                  const told = [[], []];
                  const players = [...document.querySelectorAll('iframe')].map(Loa.player);
                  players.forEach((player, i) => player.on('*', now => told[i].push(now)));
                </script>"""));
        page.waitForFunction("told.every(all => all.some(now => now.event === 'ready'))");

        assertThat(
                        page.evaluate(
                                "told.map(all => all.find(now => now.event === 'ready')).map(now => now.what + ' ' + (now.why || now.works))"))
                .isEqualTo(List.of("none unknown", "list 3"));
        page.evaluate("players[1].language('hmn'); players[0].play(); players[0].seek(3);");
        page.waitForFunction("told[1].some(now => now.reason === 'language')");
        page.waitForFunction("told[0].filter(now => now.reason === 'none').length === 2");
    }

    @Test
    void nobody_is_told_of_a_time_that_cannot_be_while_it_is_not_known_how_long_it_is(Page page) {
        page.navigate(site.page("/", frame(SKIT) + script() + """
                <script>const player = Loa.player(document.querySelector('iframe'));</script>"""));
        page.waitForFunction("player.begun");
        page.frames().get(1).evaluate("delete document.querySelector('[data-embed]').dataset.seconds");

        page.evaluate("player.seek(1e9)");
        page.waitForFunction("player.state.time > 0");

        assertThat(((Number) page.evaluate("player.state.time")).doubleValue()).isLessThanOrEqualTo(86_400);
    }

    /** Sites of offices are often old: without a doctype, and some from right to left. */
    @Test
    void below_the_fold_of_an_old_page_from_right_to_left_a_frame_becomes_as_high_as_it_is(Page page) {
        page.navigate(site.bare(
                "/",
                "<html dir='rtl'><body><div style='height:9000px'></div><div style='width:500px'>"
                        + frame(LIST).replace("<iframe", "<iframe loading='lazy'") + "</div>" + script()));
        assertThat(page.evaluate("document.compatMode")).isEqualTo("BackCompat");

        page.locator("iframe").scrollIntoViewIfNeeded();

        page.waitForCondition(() -> height(page.locator("iframe")) > 120);
        assertThat(page.frameLocator("iframe").locator("html").evaluate("e => e.scrollWidth - e.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void a_page_that_lets_in_the_frames_of_the_portal_alone_needs_nothing_else_for_it(Page page) {
        var home = address("/").replaceFirst("/$", "");
        var wrong = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Security Policy") || message.text().contains("allowfullscreen")) {
                wrong.add(message.text());
            }
        });
        page.navigate(address("/nhung?ma=con-bo-cua-nha-ong-pao"));
        var line = page.locator("#ma-nhung").inputValue();

        page.navigate(site.bare(
                "/",
                "<!doctype html><html><head><meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; frame-src "
                        + home + "; script-src " + home + "; style-src-attr 'unsafe-inline'\"></head><body>" + line));
        page.waitForCondition(
                () -> !page.locator("iframe").getAttribute("style").isEmpty()
                        && page.locator("iframe").getAttribute("style").contains("height:"));

        assertThat(wrong).isEmpty();
    }
}
