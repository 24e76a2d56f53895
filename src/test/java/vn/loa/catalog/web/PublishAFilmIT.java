package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.EdgeNetwork;
import vn.loa.testing.Portal;
import vn.loa.testing.ScriptedFilm;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** The script that the guide offers does what it says, and what it publishes reaches a phone. */
@UsesBrowser
class PublishAFilmIT {
    private static final int SECONDS = 12;
    private static final String VIDEO = "document.querySelector('video')";
    private static final String SHOWN = "[...%s.textTracks].find(track => track.mode === 'showing')".formatted(VIDEO);

    @TempDir
    private static Path folder;

    private static ScriptedFilm film;

    private final Portal portal;

    PublishAFilmIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void publish(Portal portal) throws Exception {
        film = ScriptedFilm.publish(portal, folder, SECONDS);
    }

    @AfterAll
    static void withdraw() {
        film.close();
    }

    @Test
    void a_film_with_a_dub_and_three_subtitles_goes_the_whole_way() {
        assertThat(portal.get(film.page()).statusCode()).isEqualTo(200);
        assertThat(portal.get("/api/v1/products/" + film.slug()).body())
                .contains("-vi-v1.mp4", "-tyz-v1.mp4", "-tyz-a0.m4a", "-hmn-", "\"subtitle\"");
        var master = portal.get("/media/" + film.slug() + "/hls/tyz/master.m3u8");
        assertThat(master.statusCode()).isEqualTo(200);
        assertThat(master.body())
                .contains("TYPE=AUDIO", "LANGUAGE=\"tyz-Latn-VN\"", "TYPE=SUBTITLES", "RESOLUTION=1280x720");
        assertThat(film.said()).doesNotContain("warnings");
    }

    @Test
    void a_phone_on_edge_sees_and_hears_it_in_a_size_that_the_line_can_carry(Browser browser) {
        try (var visitor = phone(browser)) {
            var fetched = new CopyOnWriteArrayList<String>();
            var page = visitor.newPage();
            EdgeNetwork.under(page);
            page.onRequest(request -> fetched.add(request.url()));
            page.navigate(portal.uri(film.page()).toString());
            assertThat(fetched).as("before Play").noneMatch(PublishAFilmIT::isMedia);

            page.locator("[data-do=toggle]").tap();

            await(page, VIDEO + ".currentTime > 3");
            assertThat(number(page, VIDEO + ".videoHeight")).isEqualTo(144);
            assertThat(number(page, VIDEO + ".getVideoPlaybackQuality().totalVideoFrames"))
                    .isPositive();
            assertThat(number(page, VIDEO + ".webkitAudioDecodedByteCount")).isPositive();
            var file = (String) page.evaluate(VIDEO + ".currentSrc");
            assertThat(bitsPerSecond(page, file)).isLessThan(EdgeNetwork.BITS_PER_SECOND);
            assertThat(fetched).filteredOn(PublishAFilmIT::isMedia).containsOnly(file);
        }
    }

    @Test
    void on_edge_another_voice_goes_on_and_other_subtitles_come(Browser browser) {
        try (var visitor = phone(browser)) {
            var page = visitor.newPage();
            EdgeNetwork.under(page);
            page.navigate(portal.uri(film.page()).toString());
            page.locator("[data-do=captions]").selectOption("hmn-Latn-VN");
            page.locator("[data-do=toggle]").tap();
            await(page, VIDEO + ".currentTime > 1");
            await(page, SHOWN + "?.cues?.[0]?.text.includes('Mông')");

            page.locator(".seg a[href*='tieng=tyz']").tap();

            await(page, VIDEO + ".currentSrc.includes('-tyz-v0.mp4')");
            await(page, VIDEO + ".currentTime > 2 && !" + VIDEO + ".paused");
            assertThat(number(page, VIDEO + ".webkitAudioDecodedByteCount")).isPositive();
            assertThat(page.evaluate(SHOWN + ".language")).isEqualTo("hmn-Latn-VN");
        }
    }

    @Test
    void who_wants_to_spare_more_only_hears_it(Browser browser) {
        try (var visitor = phone(browser)) {
            var page = visitor.newPage();
            EdgeNetwork.under(page);
            page.navigate(portal.uri(film.page()).toString());
            page.locator("[data-profile=A0]").tap();
            await(page, VIDEO + ".currentSrc.includes('-a0.m4a')");

            page.locator("[data-do=toggle]").tap();

            await(page, VIDEO + ".currentTime > 3");
            assertThat(number(page, VIDEO + ".webkitAudioDecodedByteCount")).isPositive();
            assertThat(number(page, VIDEO + ".videoHeight")).isZero();
        }
    }

    @Test
    void what_the_portal_refuses_is_told_in_its_own_words() throws Exception {
        var program = Files.writeString(folder.resolve("phim.mp4"), "MZ this program cannot be run");
        var dub = Files.writeString(folder.resolve("tieng.wav"), "nothing");

        var run = ScriptedFilm.run(portal, folder, program.toString(), dub.toString());

        assertThat(run.printed()).isEmpty();
        assertThat(run.said()).contains("415", "phim.mp4");
    }

    private static BrowserContext phone(Browser browser) {
        return browser.newContext(new NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("vi-VN"));
    }

    private static boolean isMedia(String url) {
        return List.of(".mp4", ".m4a", ".mp3", ".weba", ".m3u8", ".m4s").stream()
                .anyMatch(url::contains);
    }

    private double bitsPerSecond(Page page, String file) {
        var bytes = portal.get(URI.create(file).getPath())
                .headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow();
        return bytes * 8 / number(page, VIDEO + ".duration");
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void await(Page page, String condition) {
        Until.holds(() -> (Boolean) page.evaluate("!!(" + condition + ")"));
    }
}
