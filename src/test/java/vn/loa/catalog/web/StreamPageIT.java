package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesBrowser;

/** How the page of a film plays it as a stream, and when it does not. */
@UsesBrowser
class StreamPageIT {
    private static final String VIDEO = "document.querySelector('video')";
    private static final String TIME = "document.querySelector('audio,video').currentTime";
    private static final String PLAYER = "/hls.min.js";

    @TempDir
    private static Path folder;

    private static UploadedFilm film;

    private final Portal portal;
    private final Browser browser;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    StreamPageIT(Portal portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @BeforeAll
    static void publish(Portal portal) throws Exception {
        film = UploadedFilm.in(portal, folder);
    }

    @AfterAll
    static void withdraw() {
        film.close();
    }

    @AfterEach
    void leave() throws Exception {
        for (var context : open) {
            context.close();
        }
    }

    @Test
    void on_a_large_screen_play_begins_the_stream_and_a_dub_goes_on_at_the_same_second() {
        var page = visit(1280, "");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER)).noneMatch(url -> url.contains(".m3u8"));

        play(page);
        assertThat(requests).anyMatch(url -> url.contains(PLAYER));
        assertThat(source(page)).startsWith("blob:");
        await(page, VIDEO + ".videoHeight > 0 && " + VIDEO + ".currentTime > 1");

        page.locator(".seg a[href*='tieng=tyz']").click();
        await(page, "document.querySelector('.seg a[href*=\"tieng=tyz\"]').getAttribute('aria-current') === 'true'");
        await(page, VIDEO + ".currentTime > 1 && !" + VIDEO + ".paused");
        assertThat(source(page)).startsWith("blob:");
        page.waitForURL("**/*?tieng=tyz");
    }

    @Test
    void a_file_can_be_chosen_instead_and_the_stream_again() {
        var page = visit(1280, "");
        play(page);
        assertThat(source(page)).startsWith("blob:");
        await(page, chosen("hls"));

        page.locator("[data-profile=V0]").click();
        await(page, VIDEO + ".currentSrc.includes('-v0.mp4') && " + VIDEO + ".currentTime > 0.2");
        page.waitForURL("**/*ban=V0*");
        await(page, chosen("V0"));
        page.locator("[data-profile=hls]").click();
        await(page, VIDEO + ".currentSrc.startsWith('blob:') && " + VIDEO + ".videoHeight === 360");
    }

    @Test
    void a_phone_whose_line_is_not_known_plays_the_smallest_film_and_says_what_each_choice_weighs() {
        var page = visit(360, connection("undefined"));
        for (var profile : List.of("A0", "V0", "V1", "hls")) {
            assertThat(page.locator("[data-profile=" + profile + "] small").textContent())
                    .containsPattern("\\d\u00a0(KB|MB)");
        }
        await(page, chosen("V0"));
        assertThat(page.locator(".seg a[hreflang=vi] small").textContent())
                .isEqualTo(page.locator("[data-profile=V0] small").textContent());

        play(page);

        assertThat(source(page)).contains("-v0.mp4");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER));
    }

    @Test
    void a_phone_with_a_good_line_plays_the_film_for_phones_unless_it_saves_data() {
        var good = visit(360, connection("{ effectiveType: '4g', saveData: false }"));
        play(good);
        assertThat(source(good)).contains("-v1.mp4");
        assertThat(good.locator(".seg a[hreflang=vi] small").textContent())
                .isEqualTo(good.locator("[data-profile=V1] small").textContent());

        var saving = visit(360, connection("{ effectiveType: '4g', saveData: true }"));
        play(saving);
        assertThat(source(saving)).contains("-v0.mp4");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER));
    }

    @Test
    void on_a_phone_a_dub_is_the_small_film_with_its_sound() {
        var page = visit(360, connection("undefined"));
        page.locator(".seg a[href*='tieng=hmn']").click();

        play(page);

        assertThat(source(page)).contains("-hmn-v0.mp4");
        await(page, VIDEO + ".videoHeight > 0 && " + VIDEO + ".currentTime > 0.5");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER));
    }

    @Test
    void over_a_slow_line_no_stream_is_offered_and_a_dub_plays_as_a_file() {
        var page = visit(1280, connection("{ effectiveType: '3g', saveData: false }"));
        assertThat(page.locator("[data-profile=hls]").isVisible()).isFalse();

        play(page);
        assertThat(source(page)).contains("-v0.mp4");
        await(page, VIDEO + ".currentTime > 0.5");
        page.locator(".seg a[href*='tieng=tyz']").click();

        await(page, VIDEO + ".currentSrc.includes('-tyz-v0.mp4') && " + VIDEO + ".currentTime > 0.5");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER)).noneMatch(url -> url.contains(".m3u8"));
    }

    @Test
    void without_media_source_extensions_the_file_plays() {
        var page = visit(
                1280,
                "delete window.MediaSource; delete window.ManagedMediaSource;"
                        + " HTMLMediaElement.prototype.canPlayType = () => ''");

        play(page);

        assertThat(source(page)).contains("-v1.mp4");
        assertThat(requests).noneMatch(url -> url.contains(PLAYER));
    }

    @Test
    void when_the_stream_fails_the_file_goes_on() {
        var page = visit(1280, "");
        page.route("**/*.m3u8", route -> route.abort());

        play(page);

        await(page, VIDEO + ".currentSrc.includes('-v1.mp4') && " + VIDEO + ".currentTime > 0.2");
        await(page, chosen("V1"));
    }

    @Test
    void who_presses_play_without_a_line_gets_the_stream_when_it_is_back() {
        var page = visit(1280, CutOffPageIT.PATIENT);
        page.route("**/media/**", route -> route.abort());
        page.locator("[data-do=toggle]").click();
        page.locator("[data-fail]").waitFor();
        assertThat(source(page)).as("neither the stream nor the file").doesNotStartWith("blob:");

        page.unroute("**/media/**");
        play(page);

        assertThat(source(page)).startsWith("blob:");
        await(page, chosen("hls"));
        assertThat(page.locator("[data-fail]").isVisible()).isFalse();
    }

    @Test
    void who_points_at_the_line_of_time_sees_what_the_film_shows_there() {
        var page = visit(1280, "");
        assertThat(requests).noneMatch(url -> url.contains("storyboard"));

        page.locator("[data-do=seek]").hover();

        await(page, "document.querySelector('.peek:not([hidden]) i')");
        await(page, "document.querySelector('.peek b').textContent.startsWith('0:0')");
        assertThat((String) page.evaluate("document.querySelector('.peek i').style.backgroundImage"))
                .contains("storyboard");
        Until.holds(() -> requests.stream().anyMatch(url -> url.endsWith("storyboard.jpg")));
    }

    @Test
    void from_listening_to_watching_the_page_goes_on_at_the_same_second() {
        var page = visit(360, "", "?ban=A0");
        play(page);
        await(page, TIME + " > 2");

        page.locator("[data-profile=V1]").click();

        page.waitForURL("**/*t=*");
        assertThat(((Number) page.evaluate(TIME)).doubleValue()).isGreaterThanOrEqualTo(2);
        assertThat(page.locator("video").count()).isEqualTo(1);
    }

    @Test
    void light_pages_know_no_stream() {
        var body = portal.get("/san-pham/" + film.slug() + "?nhe=1").body();

        assertThat(body).contains("-v0.mp4").doesNotContain("m3u8", "hls.min.js");
    }

    @ParameterizedTest
    @CsvSource({"360, V0", "1280, V1"})
    void without_script_the_price_of_a_voice_is_that_of_the_film_which_the_screen_gets(int width, String profile) {
        var context = browser.newContext(
                new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 800));
        open.add(context);
        var page = context.newPage();
        page.navigate(portal.uri("/san-pham/" + film.slug()).toString());

        var price = page.locator("[data-profile=" + profile + "] small").innerText();
        assertThat(price).containsPattern("\\d\u00a0(KB|MB)");
        assertThat(page.locator(".seg a[hreflang=vi] small").innerText()).isEqualTo(price);
        assertThat(page.locator(".seg a[data-profile][aria-current]").count())
                .as("which size plays is up to the screen")
                .isZero();
        page.navigate(portal.uri("/nhung/" + film.slug()).toString());
        assertThat(page.locator("[data-of=size]").innerText()).isEqualTo(price);

        page.navigate(portal.uri("/san-pham/" + film.slug() + "?ban=V1").toString());
        assertThat(page.locator(".seg a[data-profile][aria-current]").getAttribute("data-profile"))
                .isEqualTo("V1");
    }

    @Test
    void without_script_a_link_chooses_a_size_and_other_browsers_get_the_file() {
        var body = portal.get("/san-pham/" + film.slug() + "?ban=hls").body();

        assertThat(body)
                .containsSubsequence(
                        "<video", "hls/vi/master.m3u8\" type=\"application/vnd.apple.mpegurl\"", "-v1.mp4", "</video>");
        assertThat(portal.get("/san-pham/" + film.slug() + "?t=3").body())
                .as("phones get the smallest, links keep the second")
                .containsSubsequence("-v0.mp4#t=3", "media=\"(max-width: 599px)\"", "-v1.mp4#t=3", "</video>")
                .contains("?t=3&amp;tieng=hmn", "?t=3&amp;tieng=vi&amp;ban=V0");
        assertThat(portal.get("/san-pham/" + film.slug() + "?tieng=tyz").body())
                .as("a dub without a film of its own keeps the picture")
                .contains("<video", "hls/tyz/master.m3u8");
    }

    private static String connection(String value) {
        return "Object.defineProperty(Navigator.prototype, 'connection', { get: () => (%s) })".formatted(value);
    }

    private static String chosen(String profile) {
        return "document.querySelector('[data-profile=%s]').getAttribute('aria-current') === 'true'".formatted(profile);
    }

    private Page visit(int width, String before) {
        return visit(width, before, "");
    }

    private Page visit(int width, String before, String query) {
        var context = browser.newContext(new NewContextOptions().setViewportSize(width, 800));
        open.add(context);
        if (!before.isEmpty()) {
            context.addInitScript(before);
        }
        var page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(portal.uri("/san-pham/" + film.slug() + query).toString());
        return page;
    }

    private static void play(Page page) {
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > 0");
    }

    private static String source(Page page) {
        return (String) page.evaluate("document.querySelector('audio,video').currentSrc");
    }

    private static void await(Page page, String condition) {
        Until.holds(() -> (Boolean) page.evaluate("!!(" + condition + ")"));
    }
}
