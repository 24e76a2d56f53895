package vn.loa.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesBrowser;

/**
 * How long somebody with a cheap phone on an EDGE network waits who has never been here before. Needs Chromium: without one it is
 * skipped, which is said.
 */
@UsesBrowser
@Order(40)
class SlowNetworkBench {
    private static final int TIMES = 5;
    private static final int LATENCY_MILLIS = 840;
    private static final int BYTES_PER_SECOND = 240_000 / 8;
    private static final int TIMES_SLOWER = 4;
    private static final double PATIENCE_MILLIS = 120_000;

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
                if (playing && media.currentTime > 0) window.tapToSound = performance.now() - tapped;
                else requestAnimationFrame(look);
              };
              addEventListener('pointerdown', () => { tapped = tapped || performance.now(); look(); }, { capture: true, once: true });
              media.addEventListener('playing', () => { playing = true; });
            }""";

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
            slowDown(visitor.newCDPSession(page));
            return visit.applyAsDouble(page);
        }
    }

    private static void slowDown(CDPSession session) {
        session.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MILLIS);
        network.addProperty("downloadThroughput", BYTES_PER_SECOND);
        network.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", TIMES_SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
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
}
