package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesBrowser;

/** Embeds in pages of another site. */
@UsesBrowser
class EmbedPageIT {
    private static final String SKIT = "/nhung/con-bo-cua-nha-ong-pao";
    private static final String FILM = "/nhung/giu-nuoc-tren-nui-da";
    private static final String LIST = "/nhung/danh-sach?the-loai=tieu-pham&so=3";
    private static final long LIMIT = 20 * 1024;

    private final Portal portal;
    private OtherSite site;

    EmbedPageIT(Portal portal) {
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

    private String frame(String path) {
        return "<iframe src='" + address(path)
                + "' width='100%' height='80' allow='autoplay' style='border:0'></iframe>";
    }

    private String script() {
        return "<script src='" + address("/nhung/api/v1.js") + "'></script>";
    }

    private String address(String path) {
        return portal.uri(path).toString();
    }

    @Test
    void a_page_of_another_site_shows_a_work_and_a_list_as_high_as_they_are(Page page) {
        page.navigate(site.page("/", frame(SKIT) + frame(LIST) + script()));

        for (var at = 0; at < 2; at++) {
            var frame = page.locator("iframe").nth(at);
            page.waitForCondition(() -> frame.boundingBox().height > 120);
            var inside = page.frames().get(at + 1);
            assertThat(((Number) inside.evaluate("document.documentElement.scrollHeight - innerHeight")).intValue())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(page.frameLocator("iframe >> nth=1").locator(".works li").count())
                .isEqualTo(3);
    }

    @Test
    void the_page_around_plays_seeks_changes_the_voice_and_hears_what_happens(Page page) {
        page.navigate(site.page("/", frame(SKIT + "?tieng=vi") + script() + """
                <script>
                  const told = []; let state = {};
                  const player = Loa.player(document.querySelector('iframe'));
                  player.on('*', now => { told.push(now.event); state = now; });
                </script>"""));
        page.waitForFunction("told.includes('ready')");
        assertThat(((List<?>) page.evaluate("state.languages || player.state.languages"))
                        .containsAll(List.of("vi", "hmn", "tyz")))
                .isTrue();

        page.evaluate("player.play()");
        page.waitForFunction("told.includes('play') && player.state.time > 0");
        page.evaluate("player.seek(20)");
        page.waitForFunction("told.includes('seeked') && player.state.time >= 20");
        page.evaluate("player.language('tyz')");
        page.waitForFunction("told.includes('language') && player.state.language === 'tyz' && !player.state.paused");
        assertThat(((Number) page.evaluate("player.state.time")).doubleValue()).isGreaterThanOrEqualTo(19);
        assertThat(page.frameLocator("iframe").locator(".voices [aria-current]").getAttribute("data-language"))
                .isEqualTo("tyz");
        page.evaluate("player.pause()");
        page.waitForFunction("told.includes('pause') && player.state.paused");
    }

    @Test
    void nobody_but_the_page_around_steers_an_embed_and_nobody_but_the_portal_speaks_for_it(Page page) {
        try (var forger = new OtherSite()) {
            var forged = forger.page("/", """
                    <script>
                      parent.frames[0].postMessage({ loa: 1, do: 'play' }, '*');
                      parent.frames[0].postMessage({ loa: 1, do: 'seek', value: 40 }, '*');
                      parent.postMessage({ loa: 1, event: 'size', height: 4000 }, '*');
                      parent.postMessage({ loa: 1, event: 'play', paused: false }, '*');
                      parent.postMessage('sent', '*');
                    </script>""");
            page.navigate(site.page("/", frame(SKIT) + script() + """
                    <script>
                      const told = []; let sent = false;
                      const player = Loa.player(document.querySelector('iframe'));
                      player.on('*', now => told.push(now.event));
                      addEventListener('message', message => { sent = sent || message.data === 'sent'; });
                    </script>"""));
            page.waitForFunction("told.includes('ready')");
            page.evaluate("""
                    address => { const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame); }
                    """, forged);
            page.waitForFunction("sent");
            // Whatever was sent before has been looked at by then.
            page.evaluate("player.language('hmn')");
            page.waitForFunction("told.includes('language')");

            assertThat(inside(page).evaluate("document.querySelector('audio').paused"))
                    .isEqualTo(true);
            assertThat(((Number) inside(page).evaluate("document.querySelector('audio').currentTime")).doubleValue())
                    .isLessThan(10);
            assertThat(((List<?>) page.evaluate("told")).contains("play")).isFalse();
            assertThat(page.locator("iframe").nth(1).boundingBox().height).isLessThan(1000);
        }
    }

    @Test
    void an_embed_in_a_hidden_tab_or_a_box_without_width_finds_its_height_when_it_is_shown(Page page) {
        page.navigate(site.page(
                "/",
                "<div id='tab' style='display:none'>" + frame(SKIT)
                        + "</div><div id='box' style='width:0;overflow:hidden'>" + frame(FILM) + "</div>" + script()));
        page.waitForLoadState(LoadState.NETWORKIDLE);

        page.evaluate("tab.style.display = 'block'; box.style.width = '100%'");

        var tab = page.locator("#tab iframe");
        var box = page.locator("#box iframe");
        page.waitForCondition(() -> height(tab) > 120 && height(box) > 200);
        assertThat(height(tab)).isLessThan(600);
        assertThat(height(box)).isLessThan(600);
    }

    @Test
    void a_list_for_one_language_plays_and_names_that(Page page) {
        page.navigate(address("/nhung/danh-sach?tieng=hmn&the-loai=tieu-pham&bo-cuc=the&so=24"));
        var work = page.locator(".works a[href*='" + slug(SKIT) + "']");

        assertThat(work.textContent()).contains("Tiếng Mông").doesNotContain("Tiếng Việt");
        assertThat(page.locator("footer .home").getAttribute("href")).contains("tieng=hmn", "the-loai=tieu-pham");
        work.click();
        page.locator(".voices a[data-language=hmn][aria-current]").waitFor();
    }

    @Test
    void a_commune_makes_a_list_of_its_own_newest_first(Page page) {
        page.navigate(address("/nhung?dang=danh-sach"));
        assertThat(page.locator("[data-builder] select").first().getAttribute("name"))
                .isEqualTo("dia-ban");
        page.selectOption("select[name=dia-ban]", "01393");
        page.selectOption("select[name=sap-xep]", "moi-nhat");

        var written = page.locator("#ma-nhung");
        page.waitForCondition(() -> written.inputValue().contains("sap-xep=moi-nhat"));
        assertThat(written.inputValue()).contains("dia-ban=01393");
        assertThat(page.locator("select[name=nam] option").count()).isGreaterThan(1);
    }

    @Test
    void a_work_is_found_by_its_words_and_the_address_of_another_site_is_refused() {
        assertThat(portal.get("/nhung?ma=con+b%C3%B2").body())
                .contains("không có sản phẩm nào", "href=\"/nhung?ma=" + slug(SKIT));
        assertThat(portal.get("/nhung?ma=http%3A%2F%2Fevil.example%2Fsan-pham%2F" + slug(SKIT))
                        .body())
                .contains("không phải địa chỉ của cổng này", "aria-invalid=\"true\"")
                .doesNotContain("id=\"ma-nhung\"");
    }

    private static double height(Locator frame) {
        return frame.boundingBox().height;
    }

    /** As WordPress shows what it finds by oEmbed: in a sandbox that may open no window, listening to words of its own. */
    @Test
    void in_the_sandbox_of_wordpress_a_frame_says_how_high_it_is_and_asks_for_its_links_to_be_opened(Page page) {
        page.navigate(site.page("/", """
                <script>
                  const told = [];
                  addEventListener('message', message => { if (message.data.secret === 'aB3dE5gH7j') told.push(message.data); });
                </script>
                <iframe class='wp-embedded-content' sandbox='allow-scripts' width='600' height='200' data-secret='aB3dE5gH7j' src='%s'></iframe>""".formatted(address(LIST) + "#?secret=aB3dE5gH7j")));
        page.waitForFunction("told.some(one => one.message === 'height' && one.value > 120)");

        page.evaluate("told.length = 0");
        page.frameLocator("iframe").locator(".works a").first().click();
        page.waitForFunction("told.some(one => one.message === 'height' && one.value > 100)");
        page.frameLocator("iframe").locator("h1 a").click();
        page.waitForFunction("told.some(one => one.message === 'link')");
        assertThat((String) page.evaluate("told.find(one => one.message === 'link').value"))
                .startsWith(address("/san-pham/"));
    }

    /** In such a sandbox a frame has no origin: to the browser, all that it loads is of another site. */
    @Test
    void in_a_sandbox_a_film_plays_with_its_subtitles(Page page) {
        page.navigate(site.page("/", sandboxed("allow-scripts", FILM)));
        page.frameLocator("iframe").locator("video").waitFor();

        inside(page).evaluate("void document.querySelector('video').play().catch(() => {})");

        page.waitForCondition(
                () -> (boolean)
                        inside(page)
                                .evaluate(
                                        "document.querySelector('video').currentTime > 0"
                                                + " && [...document.querySelector('video').textTracks].some(track => track.cues && track.cues.length > 0)"));
    }

    /** As the editor of NukeViet makes frames: neither may they open windows, nor is anybody told of what they cannot do. */
    @Test
    void a_link_that_may_open_no_window_becomes_an_address_to_copy(Page page) {
        page.navigate(
                site.page("/", sandboxed("allow-scripts allow-same-origin allow-forms allow-presentation", SKIT)));
        var frame = page.frameLocator("iframe");

        frame.locator("h1 a").click();

        assertThat(frame.locator("[data-shut] input").inputValue()).startsWith(address("/san-pham/" + slug(SKIT)));
        assertThat(page.context().pages()).hasSize(1);
    }

    @Test
    void a_link_opens_a_window_that_cannot_reach_back(Page page) {
        page.navigate(site.page("/", frame(SKIT)));

        var opened = page.context()
                .waitForPage(() -> page.frameLocator("iframe").locator("h1 a").click());
        opened.waitForURL(address("/san-pham/" + slug(SKIT)) + "**");

        assertThat(opened.evaluate("window.opener")).isNull();
        assertThat(page.frameLocator("iframe").locator("[data-shut]").isVisible())
                .isFalse();
    }

    private String sandboxed(String allowed, String path) {
        return "<iframe sandbox='" + allowed + "' width='600' height='400' src='" + address(path) + "'></iframe>";
    }

    private static String slug(String embed) {
        return embed.substring("/nhung/".length());
    }

    /** NukeViet, and others, take the script away from what is saved. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma=con-bo-cua-nha-ong-pao",
                "ma=con-bo-cua-nha-ong-pao&bo-cuc=gon",
                "ma=giu-nuoc-tren-nui-da",
                "ma=giu-nuoc-tren-nui-da&bo-cuc=gon",
                "ma=dan-ga-den-cua-chi-nhinh",
                "dang=danh-sach"
            })
    void where_the_script_was_taken_from_the_code_nothing_of_the_frame_is_cut_off(String asked, Page page) {
        page.navigate(address("/nhung?" + asked));
        var code = page.locator("#ma-nhung").inputValue().replaceAll("<script.*?</script>", "");

        page.navigate(site.page("/", "<div style='width:640px'>" + code + "</div>"));
        inside(page).waitForLoadState();

        assertThat(((Number) inside(page).evaluate("document.documentElement.scrollHeight - innerHeight")).intValue())
                .isLessThanOrEqualTo(0);
        var film = inside(page).locator("video");
        assertThat(film.count() == 0 || film.boundingBox().height > 200).isTrue();
    }

    /** Consumers of oEmbed run no script of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                SKIT,
                FILM,
                SKIT + "?bo-cuc=gon",
                "/nhung/dan-ga-den-cua-chi-nhinh",
                LIST,
                "/nhung/danh-sach?bo-cuc=the",
                "/nhung/danh-sach?bo-cuc=gon&so=12",
                "/nhung/danh-sach?q=khongcogicakhac"
            })
    void what_oembed_answers_is_as_high_as_what_is_in_it_however_wide_it_may_be(String path, Page page) {
        for (var width : List.of(640, 420, 300)) {
            var said = Drafts.object(portal.get("/oembed?maxwidth=" + width + "&url=" + encoded(address(path))));
            page.navigate(site.page("/", "<div style='width:" + width + "px'>" + said.getString("html") + "</div>"));
            page.waitForCondition(() -> page.frames().size() > 1);
            inside(page).waitForLoadState();

            var spare = ((Number) inside(page).evaluate("innerHeight - document.body.getBoundingClientRect().height"))
                    .intValue();
            assertThat(spare).as(width + " " + said.getInt("height")).isBetween(-1, 110 + said.getInt("height") / 5);
        }
    }

    @Test
    void where_there_is_no_room_for_a_picture_oembed_answers_a_bar() {
        var said = Drafts.object(portal.get("/oembed?maxheight=230&url=" + encoded(address(SKIT))));

        assertThat(said.getString("html")).contains("bo-cuc=gon");
        assertThat(said.getInt("height")).isLessThanOrEqualTo(230);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ma=con-bo-cua-nha-ong-pao&tieng=tyz", "dang=danh-sach&the-loai=tieu-pham"})
    void where_a_site_takes_no_frames_a_link_leads_to_the_same(String asked, Page page) {
        page.navigate(address("/nhung?" + asked));
        var code = page.locator("#ma-lien-ket").inputValue();
        // What the filters of such sites leave.
        assertThat(Jsoup.clean(code, Safelist.relaxed().addAttributes("img", "style")))
                .contains("href=\"" + address("/san-pham"), asked.substring(asked.lastIndexOf('&') + 1));

        page.navigate(site.page("/", code));

        assertThat(page.locator("a").innerText()).isNotBlank();
        if (page.locator("img").count() > 0) {
            page.waitForFunction("document.querySelector('img').naturalWidth > 0");
        }
        assertThat(page.locator("img").count()).isEqualTo(asked.startsWith("ma") ? 1 : 0);
    }

    @Test
    void without_a_script_the_browsers_own_player_plays_and_voices_are_links(Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            page.navigate(site.page("/", frame(SKIT)));
            var frame = page.frameLocator("iframe");

            assertThat(frame.locator("audio[controls] source").first().getAttribute("src"))
                    .startsWith("/media/");
            frame.locator(".voices a", new com.microsoft.playwright.FrameLocator.LocatorOptions().setHasText("Tày"))
                    .click();
            frame.locator(".voices [aria-current][data-language=tyz]").waitFor();
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void subtitles_that_nobody_has_chosen_go_with_the_voice_and_those_that_were_chosen_stay(Page page) {
        page.navigate(address(FILM));
        page.evaluate("void document.querySelector('video').play().catch(() => {})");
        page.waitForCondition(() -> subtitles(page).equals("vi"));

        speak(page, "tyz-Latn-VN");
        page.waitForCondition(() -> subtitles(page).equals("tyz-Latn-VN"));
        page.evaluate("[...document.querySelector('video').textTracks]"
                + ".forEach(track => { track.mode = track.language === 'hmn-Latn-VN' ? 'showing' : 'disabled'; })");
        speak(page, "vi");

        assertThat(subtitles(page)).isEqualTo("hmn-Latn-VN");
    }

    private static String subtitles(Page page) {
        return (String) page.evaluate(
                "[...document.querySelector('video').textTracks].filter(track => track.mode === 'showing')"
                        + ".map(track => track.language).join()");
    }

    /** Chooses a voice of a film that has only one. */
    private static void speak(Page page, String tag) {
        page.evaluate("""
                tag => { const voices = document.createElement('nav'), voice = document.createElement('a');
                         voices.className = 'voices';
                         voice.href = '?';
                         voice.hreflang = voice.dataset.language = tag;
                         voice.dataset.src = document.querySelector('video').currentSrc;
                         voice.dataset.film = '1';
                         voices.append(voice);
                         document.querySelector('[data-embed]').append(voices);
                         voice.click(); }""", tag);
    }

    @Test
    void a_work_of_a_list_plays_in_its_place_and_leads_back(Page page) {
        page.navigate(site.page("/", frame(LIST + "&mau=1f5a3c") + script()));
        var frame = page.frameLocator("iframe");

        frame.locator(".works a").first().click();
        frame.locator("audio[controls]").waitFor();
        frame.locator("[data-back]").click();
        frame.locator(".works li").nth(2).waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {SKIT, FILM, LIST, LIST + "&bo-cuc=the", "/nhung/dan-ga-den-cua-chi-nhinh"})
    void before_play_an_embed_weighs_little_and_asks_nobody_else(String path, Browser browser) {
        try (var visitor = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(700, 500).setDeviceScaleFactor(2))) {
            var page = visitor.newPage();
            var weight = new long[1];
            List<String> asked = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            var session = page.context().newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.requestWillBeSent", event -> {
                // The browser draws its own controls.
                if (!url(event).startsWith("data:")) {
                    asked.add(url(event));
                }
            });
            session.on(
                    "Network.loadingFinished",
                    event -> weight[0] += event.get("encodedDataLength").getAsLong());
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    wrong.add(message.text());
                }
            });
            page.navigate(address(path));
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(weight[0]).isPositive().isLessThanOrEqualTo(LIMIT);
            assertThat(asked).allSatisfy(url -> assertThat(url).startsWith(portal.baseUrl()));
            assertThat(visitor.cookies()).isEmpty();
            assertThat(wrong).isEmpty();
        }
    }

    private static String url(JsonObject event) {
        return event.getAsJsonObject("request").get("url").getAsString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SKIT,
                FILM + "?nen=toi&mau=ffcc00",
                LIST,
                LIST + "&bo-cuc=the&mau=999999",
                "/nhung/khong-co",
                "/nhung?ma=con-bo-cua-nha-ong-pao",
                "/nhung?dang=danh-sach&hl=en"
            })
    void axe_finds_nothing(String path, Page page) {
        page.navigate(address(path));

        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .exclude("iframe")
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .allSatisfy(found -> assertThat(found.getId()
                                + found.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {SKIT, FILM, LIST, LIST + "&bo-cuc=the", "/nhung"})
    void on_a_narrow_screen_nothing_scrolls_sideways(String path, Page page) {
        page.setViewportSize(320, 400);
        page.navigate(address(path));

        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    @Test
    void whoever_fills_in_the_builder_sees_what_comes_of_it_and_copies_its_line(Page page) {
        page.navigate(address("/nhung?ma=" + SKIT.substring("/nhung/".length())));
        page.selectOption("select[name=tieng]", "tyz");
        page.selectOption("select[name=bo-cuc]", "gon");
        var written = page.locator("#ma-nhung");
        page.waitForCondition(() -> written.inputValue().contains("bo-cuc=gon"));
        var code = written.inputValue();
        assertThat(code).contains("tieng=tyz", "<iframe src=\"" + address(SKIT));
        page.locator("[data-copy]").click();
        page.waitForCondition(
                () -> !page.locator("[data-copy] ~ [role=status]").textContent().isEmpty());

        // What was copied works where it is pasted.
        page.navigate(site.page("/", code));
        page.waitForCondition(() -> page.frames().size() > 1);
        assertThat(page.frameLocator("iframe").locator("body.gon audio").count())
                .isEqualTo(1);
    }

    private static Frame inside(Page page) {
        return page.frames().get(1);
    }
}
