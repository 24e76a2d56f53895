package vn.loa.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.EdgeNetwork;
import vn.loa.testing.Portal;
import vn.loa.testing.ScriptedFilm;
import vn.loa.testing.UsesBrowser;

/**
 * How long somebody with a cheap phone on an EDGE network waits who has never been here before. Needs Chromium: without one it is
 * skipped, which is said.
 */
@UsesBrowser
@Order(40)
class SlowNetworkBench {
    private static final int TIMES = 5;
    private static final int TIMES_SLOWER = 4;
    private static final double PATIENCE_MILLIS = 120_000;
    private static final int FILM_SECONDS = 90;
    private static final int WATCHED_SECONDS = 60;

    private static final String FIRST_PAINT = """
            () => {
              const paint = performance.getEntriesByName('first-contentful-paint')[0];
              return paint ? paint.startTime : 0;
            }""";

    private static final String WATCH = """
            () => {
              const media = document.querySelector('.player audio, .player video');
              let tapped = 0, playing = false;
              const look = () => {
                if (playing && media.currentTime > 0) {
                  window.tapToSound = performance.now() - tapped;
                  window.begun = { at: performance.now(), second: media.currentTime };
                } else requestAnimationFrame(look);
              };
              addEventListener('pointerdown', () => { tapped = tapped || performance.now(); look(); }, { capture: true, once: true });
              media.addEventListener('playing', () => { playing = true; });
            }""";

    /** Seconds that stood still between the first sound and the one of that number, which is waited for. */
    private static final String STILL = """
            () => {
              const media = document.querySelector('.player audio, .player video');
              if (media.currentTime < %d && !media.ended) return false;
              const { at, second } = window.begun;
              return { seconds: Math.max(0, (performance.now() - at) / 1000 - (media.currentTime - second)) };
            }""".formatted(WATCHED_SECONDS);

    private static final String FETCHED = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((bytes, each) => bytes + each.transferSize, 0)""";

    @TempDir
    private static Path folder;

    private final Portal portal;
    private final Browser browser;

    SlowNetworkBench(Portal portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void aVisitorComesForTheFirstTime() throws Exception {
        String product = "/san-pham/" + Pages.product(new Content(portal));
        Report report = new Report("slow-network", "First visit on EDGE: 240 kbit/s, 840 ms, processor 4 times slower");
        row(report, "/ first paint", "5 s", page -> firstPaint(page, "/"));
        row(report, product + " first paint", "5 s", page -> firstPaint(page, product));
        row(report, product + " tap to sound", "4 s", page -> tapToSound(page, product));
        report.note("Chromium " + browser.version() + ", its throttling; medians of " + TIMES)
                .publish();
    }

    @Test
    void aFilmOfTheScriptIsWatched() throws Exception {
        Report report =
                new Report("slow-network-film", "A film that the script of the guide published, on the same phone");
        if (Programs.find("ffmpeg").isEmpty()) {
            report.note("ffmpeg is not installed: nothing is published").publish();
            return;
        }
        try (ScriptedFilm film = ScriptedFilm.publish(portal, folder, FILM_SECONDS)) {
            SentFile.awaitRest(portal);
            String heard = film.page() + "?ban=A0";
            report.row("page before Play", asNewVisitor(page -> fetched(page, film.page())) / 1024, "KB", "60 KB");
            row(report, "first paint", "5 s", page -> firstPaint(page, film.page()));
            row(report, "picture: tap to picture and sound", "4 s", page -> tapToSound(page, film.page()));
            report.row(
                            "picture: stood still in its first minute",
                            asNewVisitor(page -> still(page, film.page())),
                            "s",
                            "0 s")
                    .row("picture: weight", asNewVisitor(page -> kilobits(page, film.page())), "kbit/s", "104 kbit/s");
            row(report, "only sound: tap to sound", "4 s", page -> tapToSound(page, heard));
            report.row(
                            "only sound: stood still in its first minute",
                            asNewVisitor(page -> still(page, heard)),
                            "s",
                            "0 s")
                    .row("only sound: weight", asNewVisitor(page -> kilobits(page, heard)), "kbit/s", "32 kbit/s");
        }
        report.note("%d s in 720p with a dub and subtitles in three languages; chosen by the page itself"
                        .formatted(FILM_SECONDS))
                .note("Chromium " + browser.version() + ", its throttling; medians of " + TIMES + ", the rest once")
                .publish();
    }

    private void row(Report report, String what, String aim, ToDoubleFunction<Page> visit) throws Exception {
        // Nothing is warmed up for a first visit but the portal itself.
        report.row(what, Samples.of(1, TIMES, () -> asNewVisitor(visit)).median() / 1000, "s", aim);
    }

    private double asNewVisitor(ToDoubleFunction<Page> visit) {
        try (BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("vi-VN"))) {
            visitor.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = visitor.newPage();
            slowDown(page);
            return visit.applyAsDouble(page);
        }
    }

    private static void slowDown(Page page) {
        EdgeNetwork.under(page);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", TIMES_SLOWER);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", processor);
    }

    private double firstPaint(Page page, String path) {
        page.navigate(portal.uri(path).toString());
        return ((Number) page.waitForFunction(FIRST_PAINT).jsonValue()).doubleValue();
    }

    private double tapToSound(Page page, String path) {
        page.navigate(portal.uri(path).toString());
        page.evaluate(WATCH);
        page.locator(".player button[data-do=toggle]").tap();
        return ((Number) page.waitForFunction("() => window.tapToSound").jsonValue()).doubleValue();
    }

    private double fetched(Page page, String path) {
        page.navigate(portal.uri(path).toString());
        return ((Number) page.evaluate(FETCHED)).doubleValue();
    }

    /** Seconds. */
    private double still(Page page, String path) {
        tapToSound(page, path);
        Map<?, ?> stood = (Map<?, ?>) page.waitForFunction(STILL).jsonValue();
        return ((Number) stood.get("seconds")).doubleValue();
    }

    /** Of the file that the page chose, a second. */
    private double kilobits(Page page, String path) {
        tapToSound(page, path);
        String file = (String) page.evaluate("document.querySelector('.player audio, .player video').currentSrc");
        long bytes = portal.get(URI.create(file).getPath())
                .headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow();
        return bytes * 8 / 1000.0 / FILM_SECONDS;
    }
}
