package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.UsesBrowser;

/** The budgets of the public site, in bytes on the wire, measured where a visitor pays for them. */
@UsesBrowser
class WeightPageIT {
    private static final long KILO = 1024;

    private final Portal portal;
    private final Browser browser;

    WeightPageIT(Portal portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @ParameterizedTest
    @MethodSource("vn.loa.testing.PublicAddresses#pages")
    void the_first_view_on_a_phone_is_within_its_budgets(String address) {
        assertWithinBudgets(look(address, 360, 740));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/san-pham", PublicAddresses.FILM, "/dia-ban/04"})
    void the_first_view_on_a_desktop_is_within_its_budgets(String address) {
        assertWithinBudgets(look(address, 1280, 860));
    }

    @ParameterizedTest
    @MethodSource("vn.loa.testing.PublicAddresses#pages")
    void the_light_page_has_no_pictures_and_weighs_little(String address) {
        var view = look(PublicAddresses.with(address, "nhe=1"), 360, 740);

        assertThat(view.bytes("Image")).isZero();
        assertThat(view.total()).isLessThanOrEqualTo(25 * KILO);
    }

    private static void assertWithinBudgets(View view) {
        assertThat(view.bytes("Document")).as("HTML").isLessThanOrEqualTo(14 * KILO);
        assertThat(view.bytes("Stylesheet")).as("CSS").isLessThanOrEqualTo(8 * KILO);
        assertThat(view.bytes("Script")).as("JS").isLessThanOrEqualTo(10 * KILO);
        assertThat(view.total()).as("all").isLessThanOrEqualTo(60 * KILO);
        assertThat(view.requests).as("requests").hasSizeLessThanOrEqualTo(6);
        assertThat(view.requests).allSatisfy(url -> assertThat(url).startsWith(view.origin));
        assertThat(view.errors).isEmpty();
        assertThat(view.cookies).isZero();
    }

    private View look(String address, int width, int height) {
        try (var visitor = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(2))) {
            var page = visitor.newPage();
            var view = View.of(page, portal.baseUrl());
            page.navigate(portal.uri(address).toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            view.cookies = visitor.cookies().size();
            return view;
        }
    }

    /** What one view fetched. */
    private static final class View {
        private final String origin;
        private final List<String> requests = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();
        private int cookies;

        private View(String origin) {
            this.origin = origin;
        }

        static View of(Page page, String origin) {
            var view = new View(origin);
            var session = page.context().newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.requestWillBeSent", event -> view.requested(event.getAsJsonObject("request")));
            session.on(
                    "Network.responseReceived",
                    event -> view.kinds.put(id(event), event.get("type").getAsString()));
            session.on("Network.loadingFinished", view::finished);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    view.errors.add(message.text());
                }
            });
            page.onPageError(view.errors::add);
            return view;
        }

        private void requested(JsonObject request) {
            var url = request.get("url").getAsString();
            if (!url.startsWith("data:")) {
                requests.add(url);
            }
        }

        private void finished(JsonObject event) {
            bytes.merge(
                    kinds.getOrDefault(id(event), "Other"),
                    event.get("encodedDataLength").getAsLong(),
                    Long::sum);
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        long bytes(String kind) {
            return bytes.getOrDefault(kind, 0L);
        }

        long total() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
