package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** What a player does when the line, or the portal, was away for a moment. */
@UsesBrowser
class CutOffPageIT {
    /** Lets a player try nothing again by itself after some seconds: what plays then plays since somebody pressed, or since the line came back. */
    static final String PATIENT =
            "const soon = setTimeout; window.setTimeout = (what, millis = 0) => millis < 2000 ? soon(what, millis) : 0";

    private static final String FILES = "**/media/**";
    private static final String SOUNDS = "**/*.m4a";
    private static final String MEDIA = "document.querySelector('audio,video')";
    private static final String TIME = MEDIA + ".currentTime";

    private final Portal portal;

    CutOffPageIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {PublicAddresses.SKIT, PublicAddresses.FILM, "/"})
    void who_presses_play_without_a_line_is_told_and_presses_again_when_it_is_back(String address, Page page) {
        page.addInitScript(PATIENT);
        open(page, address);
        var label = page.locator("[data-do=toggle]").getAttribute("aria-label");

        page.route(FILES, Route::abort);
        assertFails(page);
        assertThat(page.locator("[data-do=toggle]").getAttribute("aria-label")).isEqualTo(label);
        await(page, "!document.querySelector('.wait')");
        assertFails(page);

        page.unroute(FILES);
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > 0 && !" + MEDIA + ".paused");
        await(page, "document.querySelector('[data-fail]').hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {PublicAddresses.SKIT, PublicAddresses.FILM})
    void who_waits_for_play_hears_it_as_soon_as_the_device_has_a_line(String address, Page page) {
        page.addInitScript(PATIENT);
        open(page, address + "?t=20");

        page.context().setOffline(true);
        assertFails(page);
        assertThat(page.locator("[data-fail]").textContent()).contains("không có mạng");
        page.context().setOffline(false);

        await(page, TIME + " > 20 && !" + MEDIA + ".paused");
        await(page, "document.querySelector('[data-fail]').hidden");
    }

    @Test
    void who_waits_for_play_hears_it_when_the_portal_answers_again(Page page) {
        open(page, PublicAddresses.SKIT);

        page.route(FILES, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        assertFails(page);
        page.unroute(FILES);

        await(page, TIME + " > 0 && !" + MEDIA + ".paused");
    }

    @Test
    void what_is_cut_off_in_the_midst_goes_on_at_its_last_second(Page page) {
        page.addInitScript(PATIENT);
        open(page, PublicAddresses.SKIT);
        var held = new ArrayList<Route>();
        var begun = new AtomicBoolean();
        var isAway = new AtomicBoolean();
        page.route(SOUNDS, route -> {
            if (!begun.getAndSet(true)) {
                var part = route.fetch(new Route.FetchOptions().setHeaders(Map.of("Range", "bytes=0-59999")));
                route.fulfill(new Route.FulfillOptions().setResponse(part));
            } else if (isAway.get()) {
                fail(route);
            } else {
                held.add(route);
            }
        });
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > 1");

        isAway.set(true);
        held.forEach(CutOffPageIT::fail);
        page.locator("[data-fail]").waitFor();
        var second = ((Number) page.evaluate(TIME)).doubleValue();
        assertThat(second).isGreaterThan(1);
        assertThat((boolean) page.evaluate(MEDIA + ".paused")).isTrue();

        page.unroute(SOUNDS);
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > " + second + " && !" + MEDIA + ".paused");
        assertThat((Number) page.evaluate(TIME))
                .matches(now -> now.doubleValue() < second + 15, "goes on, not further on");
        assertThat(page.locator("[data-fail]").isVisible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nhung/con-bo-cua-nha-ong-pao", "/nhung/giu-nuoc-tren-nui-da"})
    void what_is_cut_off_in_an_embed_plays_when_somebody_presses_again(String address, Page page) {
        var press = "void " + MEDIA + ".play().catch(() => {})";
        page.addInitScript(PATIENT);
        open(page, address);
        page.route(FILES, Route::abort);
        page.evaluate(press);
        page.locator("[data-fail]").waitFor();
        await(page, MEDIA + ".paused");

        page.unroute(FILES);
        page.evaluate(press);

        await(page, TIME + " > 0 && !" + MEDIA + ".paused");
        await(page, "document.querySelector('[data-fail]').hidden");
    }

    @Test
    void who_waits_for_an_embed_hears_it_as_soon_as_the_device_has_a_line(Page page) {
        page.addInitScript(PATIENT);
        open(page, "/nhung/con-bo-cua-nha-ong-pao?t=20");
        page.context().setOffline(true);
        page.evaluate("void " + MEDIA + ".play().catch(() => {})");
        page.locator("[data-fail]").waitFor();

        page.context().setOffline(false);

        await(page, TIME + " > 20 && !" + MEDIA + ".paused");
    }

    @Test
    void who_was_cut_off_may_choose_another_voice_instead(Page page) {
        page.addInitScript(PATIENT);
        open(page, PublicAddresses.SKIT);
        page.route(FILES, Route::abort);
        assertFails(page);

        page.unroute(FILES);
        page.locator(".seg a[href*='tieng=tyz']").click();

        await(page, MEDIA + ".currentSrc.includes('-tyz-') && " + TIME + " > 0");
        assertThat(page.locator("[data-fail]").isVisible()).isFalse();
    }

    @Test
    void where_somebody_listened_to_last_time_is_not_forgotten_over_a_line_that_is_away(Page page) {
        page.addInitScript("if (!localStorage.getItem('loa:con-bo-cua-nha-ong-pao'))"
                + " localStorage.setItem('loa:con-bo-cua-nha-ong-pao', 30)");
        open(page, PublicAddresses.SKIT);
        page.route(FILES, Route::abort);
        assertFails(page);

        assertThat(page.evaluate("localStorage.getItem('loa:con-bo-cua-nha-ong-pao')"))
                .isEqualTo("30");
    }

    private static void fail(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(503));
    }

    private void open(Page page, String address) {
        page.navigate(portal.uri(address).toString());
    }

    private static void assertFails(Page page) {
        page.locator("[data-do=toggle]").click();
        page.locator("[data-fail]").waitFor();
        await(page, MEDIA + ".paused");
    }

    private static void await(Page page, String condition) {
        Until.holds(() -> (Boolean) page.evaluate("!!(" + condition + ")"));
    }
}
