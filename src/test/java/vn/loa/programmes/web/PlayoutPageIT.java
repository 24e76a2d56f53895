package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.loa.testing.Drafts.object;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.Jsons;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** A day of a station in a browser whose clock is turned by hand, with the line cut and the browser opened anew. */
@UsesBrowser
class PlayoutPageIT {
    private static final String WORK = "/quan-tri/lich-phat/";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final Pattern CODE = Pattern.compile("<strong id=\"ma\">([0-9A-Z-]+)</strong>");
    private static final int MINUTE = 60_000;
    private static final int BIT = 10_000;

    /** Between an answer and what is done with it, nothing is asked for. */
    private static final int CALM = 2;

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * Sounds last as long as they should by the clock of the page, and so do answers of the portal come, whatever somebody sets the clock of the computer to. Nothing sounds
     * before somebody presses, nor from a line. However far the clock is turned, no question is given up before the portal has answered. The browser itself takes each question of a
     * test for a press, and lets a page that has a worker fetch past the routes of a test.
     */
    private static final String TURNED = """
            let zero, pressed = false;
            AbortSignal.timeout = () => new AbortController().signal;
            addEventListener('click', event => pressed = event.isTrusted, true);
            HTMLMediaElement.prototype.play = function () {
              clearTimeout(this.turned);
              this.began = 0;
              if (!pressed) return Promise.reject(new DOMException('', 'NotAllowedError'));
              if (!this.src.startsWith('blob:')) return Promise.reject(new DOMException('', 'NotSupportedError'));
              this.from = this.wanted || 0;
              this.wanted = 0;
              this.began = Date.now();
              const seconds = Number(this.dataset.seconds);
              if (seconds) this.turned = setTimeout(() => this.dispatchEvent(new Event('ended')), (seconds - this.from) * 1000);
              return Promise.resolve();
            };
            HTMLMediaElement.prototype.pause = function () { clearTimeout(this.turned); };
            Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
              get() { return this.began ? this.from + (Date.now() - this.began) / 1000 : this.wanted || 0; },
              set(seconds) { this.wanted = seconds; }
            });
            const asked = window.fetch;
            window.asks = [];
            window.waiting = 0;
            window.fetch = async (...request) => {
              asks.push(String(request[0]));
              waiting++;
              try {
                return await turned(request);
              } finally {
                waiting--;
              }
            };
            const opened = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...asked) {
              const made = opened.apply(this, asked);
              waiting++;
              for (const end of ['complete', 'abort']) made.addEventListener(end, () => waiting--);
              return made;
            };
            async function turned(request) {
              zero ??= Date.now() - performance.now();
              if (window.away && String(request[0]).includes(window.away)) throw new TypeError('The test holds it back');
              const answer = await asked(...request), headers = new Headers(answer.headers);
              headers.set('Date', new Date(zero + performance.now() + (window.slept || 0)).toUTCString());
              if (answer.status === 429 && window.rest) headers.set('Retry-After', rest);
              return new Response(answer.status === 304 ? null : answer.body, { status: answer.status, headers });
            }""";

    private static final String BROKEN_OFF =
            " from broadcast b join locality l on l.id = b.locality where l.code = ? and (b.planned_at at time zone 'Asia/Ho_Chi_Minh')::date = ?::date and b.language = ?";

    private final Portal portal;

    PlayoutPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void opening_the_page_leaves_no_error_in_the_console(Browser browser) {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            var said = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    said.add(message.text());
                }
            });
            page.navigate(portal.uri("/lich-phat/01393/phat").toString());
            page.locator("#may").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(said).isEmpty();
        }
    }

    @Test
    void a_day_without_a_line_and_with_a_restart_ends_with_a_whole_log_that_is_sent_once(Browser browser)
            throws SQLException {
        var commune = "01447";
        var forms = officer(commune);
        setUpOnce(forms, commune, "05:00-05:20, 17:00-17:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(
                commune,
                Week.of(day),
                item(day.atTime(5, 0), "vi"),
                item(day.atTime(5, 6), "hmn"),
                item(day.atTime(17, 0), "vi"),
                item(day.atTime(17, 6), "hmn"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            page.locator("#bat-dau").waitFor();
            assertThat(page.locator("#canh-bao").textContent()).startsWith("Bấm «Bắt đầu phát»");
            says(page, "#tep", "2/2");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();

            until(page, day.atTime(5, 1));
            assertThat(page.locator("#trang-thai").textContent()).isEqualTo("Đang phát");
            assertThat(page.locator("#sap-phat li").first().textContent()).startsWith("05:06:00");
            until(page, day.atTime(5, 21));
            says(page, "#nhat-ky", "Đã gửi: 2.");

            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            station.setOffline(true);
            until(page, day.atTime(16, 59));
            until(page, day.atTime(17, 5, 30));
            says(page, "#nhat-ky", "Chưa gửi: 1.");
            assertThat(page.locator("#nhat-ky").textContent()).startsWith("Mất mạng");
            page.reload();
            page.locator("#bat-dau").waitFor();
            assertThat(page.locator("#canh-bao").textContent()).contains("ĐANG IM");
            page.locator("#bat-dau").click();
            until(page, day.atTime(17, 20));
            says(page, "#nhat-ky", "Chưa gửi: 2.");

            station.setOffline(false);
            until(page, day.atTime(17, 23));
            says(page, "#nhat-ky", "Đã gửi: 4.");
            page.reload();
            says(page, "#nhat-ky", "Đã gửi: 4.");
        }
        assertThat(logged(commune)).endsWith("05:00 vi aired", "05:06 hmn aired", "17:00 vi aired", "17:06 hmn aired");
        assertThat(portal.sql()
                        .number(
                                "select count(*) from broadcast b join locality l on l.id = b.locality where l.code = ? and (b.aired_at at time zone 'Asia/Ho_Chi_Minh')::date >= ?::date",
                                commune,
                                day.toString()))
                .isEqualTo(4);
    }

    @Test
    void what_a_restart_breaks_off_goes_on_where_it_would_be_by_then_and_says_how_long_it_was_silent(Browser browser) {
        var commune = "01447";
        var forms = officer(commune);
        setUpOnce(forms, commune, "05:00-05:20, 17:00-17:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-2).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"), item(day.atTime(5, 6), "hmn"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "2/2");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 0, 30));
            says(page, "#trang-thai", "Đang phát");

            page.reload();
            page.locator("#bat-dau").waitFor();
            until(page, day.atTime(5, 0, 50));
            page.locator("#bat-dau").click();
            says(page, "#trang-thai", "Đang phát");
            until(page, day.atTime(5, 5, 50));
            says(page, "#trang-thai", "Đang chờ giờ phát");

            until(page, day.atTime(5, 6, 10));
            page.reload();
            page.locator("#bat-dau").waitFor();
            until(page, day.atTime(5, 13));
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 15));
            says(page, "#nhat-ky", "Đã gửi: 2.");
        }
        var seconds = portal.sql().number("select b.seconds" + BROKEN_OFF, commune, day.toString(), "vi");
        assertThat(seconds).isBetween(whole(commune, day, "vi") - 31, whole(commune, day, "vi") - 19);
        assertThat(portal.sql()
                        .single(
                                "select to_char(b.aired_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI ') || b.note"
                                        + BROKEN_OFF,
                                commune,
                                day.toString(),
                                "vi"))
                .matches("05:00 Im (2[0-9]|30) giây vì trang bị đóng hoặc máy tắt giữa chừng(; .*)?");
        assertThat(portal.sql()
                        .single("select b.outcome || ' ' || b.note" + BROKEN_OFF, commune, day.toString(), "hmn"))
                .as("it was over before anybody pressed")
                .isEqualTo("cut Trang bị đóng hoặc máy tắt giữa chừng");
    }

    private long whole(String commune, LocalDate day, String language) {
        return item(commune, day, language).getJsonNumber("durationSeconds").longValue();
    }

    @Test
    void a_week_with_cuts_a_restart_a_sound_that_does_not_come_and_something_taken_back_counts_rightly_in_the_plan(
            Browser browser) throws SQLException {
        var commune = "01465";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var monday = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        var week = Week.of(monday);
        var items = monday.datesUntil(monday.plusDays(7))
                .flatMap(day -> Stream.of(item(day.atTime(5, 0), "vi"), item(day.atTime(5, 6), "hmn")))
                .toList();
        publish(commune, week, items.toArray(String[]::new));
        var before = airings();
        try (var station = browser.newContext()) {
            var page = page(station, monday.atTime(4, 50));
            var away = sound(commune, monday, "hmn");
            page.addInitScript("window.away = '" + away + "'");
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/2");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            until(page, monday.atTime(5, 12));
            says(page, "#nhat-ky", "Đã gửi: 2.");
            page.evaluate("window.away = ''");

            var tuesday = monday.plusDays(1);
            until(page, tuesday.atTime(4, 55));
            until(page, tuesday.atTime(4, 57));
            says(page, "#tep", "2/2");
            until(page, tuesday.atTime(5, 12));
            says(page, "#nhat-ky", "Đã gửi: 4.");
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            station.setOffline(true);
            var wednesday = monday.plusDays(2);
            until(page, wednesday.atTime(4, 50));
            page.reload();
            page.locator("#bat-dau").click();
            until(page, wednesday.atTime(5, 12));
            says(page, "#nhat-ky", "Chưa gửi: 2.");
            station.setOffline(false);
            until(page, wednesday.atTime(5, 14));
            says(page, "#nhat-ky", "Đã gửi: 6.");

            var thursday = monday.plusDays(3);
            until(page, thursday.atTime(4, 55));
            until(page, thursday.atTime(5, 2));
            station.setOffline(true);
            until(page, thursday.atTime(5, 12));
            station.setOffline(false);
            until(page, thursday.atTime(5, 14));
            says(page, "#nhat-ky", "Đã gửi: 8.");
            until(page, monday.plusDays(4).atTime(4, 55));
            until(page, monday.plusDays(4).atTime(5, 12));
            says(page, "#nhat-ky", "Đã gửi: 10.");

            var saturday = monday.plusDays(5);
            until(page, saturday.atTime(4, 55));
            until(page, saturday.atTime(5, 0, 10));
            says(page, "#trang-thai", "Đang phát");
            var taken = item(saturday.atTime(5, 0), "vi");
            replace(
                    commune,
                    week,
                    items.stream().filter(each -> !each.equals(taken)).toList());
            Until.holds(() -> !portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, saturday, saturday))
                    .body()
                    .contains("\"language\":\"vi\""));
            until(page, saturday.atTime(5, 1, 5));
            says(page, "#trang-thai", "Đang chờ giờ phát");
            until(page, saturday.atTime(5, 12));
            says(page, "#nhat-ky", "Đã gửi: 12.");
            until(page, monday.plusDays(6).atTime(4, 55));
            until(page, monday.plusDays(6).atTime(5, 12));
            says(page, "#nhat-ky", "Đã gửi: 14.");
        }
        assertThat(logged(commune))
                .hasSize(items.size())
                .startsWith("05:00 vi aired", "05:06 hmn missed")
                .endsWith("05:00 vi cut", "05:06 hmn aired", "05:00 vi aired", "05:06 hmn aired");
        assertThat(airings()).as("aired by the plan").isEqualTo(before + items.size() - 2);
    }

    @Test
    void a_clock_that_leaps_by_a_day_and_back_takes_nothing_away(Browser browser) throws SQLException {
        var commune = "01489";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(
                commune,
                Week.of(day),
                item(day.atTime(5, 0), "vi"),
                item(day.atTime(5, 6), "hmn"),
                item(day.plusDays(1).atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "2/2");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            station.setOffline(true);
            page.clock().setSystemTime(millis(day.plusDays(1).atTime(4, 55)));
            page.clock().runFor(3_000);
            assertThat(page.locator("#gio").textContent()).startsWith("04:5");
            assertThat(page.locator("#dong-ho").textContent()).startsWith("Đồng hồ của máy vừa nhảy");
            says(page, "#sap-phat", "05:00:00");
            page.locator("#sap-phat li:only-child").waitFor();
            page.clock().setSystemTime(millis(day.atTime(4, 50, 13)));
            page.clock().runFor(3_000);
            station.setOffline(false);
            until(page, day.atTime(5, 14));
            says(page, "#nhat-ky", "Đã gửi: 2.");
        }
        assertThat(logged(commune)).containsExactly("05:00 vi aired", "05:06 hmn aired");
    }

    @Test
    void a_computer_that_slept_without_a_line_plays_what_is_planned_when_it_wakes(Browser browser) throws SQLException {
        var commune = "15991";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20, 17:00-17:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"), item(day.atTime(17, 0), "hmn"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "2/2");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            station.setOffline(true);
            // What this computer counts stands still while it sleeps; the clock of the portal does not.
            page.evaluate("window.slept = " + millis(day.atTime(16, 58)) + " - Date.now()");
            page.clock().setSystemTime(millis(day.atTime(16, 58)));
            page.clock().runFor(3_000);
            Until.holds(() -> page.locator("#gio").textContent().startsWith("16:58"));
            for (var minute = 0; minute < 8; minute++) {
                page.clock().runFor(MINUTE);
                rests(page, 1);
            }
            station.setOffline(false);
            page.clock().runFor(MINUTE);
            says(page, "#nhat-ky", "Đã gửi: 1.");
        }
        assertThat(logged(commune))
                .as("of what it slept through it knows nothing")
                .containsExactly("17:00 hmn aired");
    }

    @Test
    void what_is_published_for_a_time_that_is_over_is_not_missed(Browser browser) throws SQLException {
        var commune = "01501";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:40");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 55));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/1");
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 20));
            says(page, "#nhat-ky", "Đã gửi: 1.");
            replace(
                    commune,
                    Week.of(day),
                    List.of(
                            item(day.atTime(5, 1), "vi"),
                            item(day.atTime(5, 10), "hmn"),
                            item(day.atTime(5, 30), "hmn")));
            Until.holds(() -> portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(2)))
                    .body()
                    .contains("T05:30:00"));
            until(page, day.atTime(5, 22));
            says(page, "#sap-phat", "05:30:00");
            says(page, "#tep", "1/1");
            until(page, day.atTime(5, 38));
            says(page, "#nhat-ky", "Đã gửi: 2.");
        }
        assertThat(logged(commune)).containsExactly("05:00 vi aired", "05:30 hmn aired");
    }

    @Test
    void a_page_that_may_sound_plays_by_itself_what_is_really_a_sound(Browser browser) {
        var commune = "01525";
        var now = LocalDateTime.now(TimeSource.ZONE).truncatedTo(ChronoUnit.SECONDS);
        assumeTrue(
                now.plusMinutes(20).toLocalDate().equals(now.toLocalDate()) && now.getHour() > 0,
                "not around midnight: slots end with their day");
        setUp(officer(commune), commune, around(now));
        publish(commune, Week.of(now.toLocalDate()), item(now.minusSeconds(5), "vi"));
        try (var station = browser.newContext()) {
            var page = station.newPage();
            page.addInitScript(
                    "const Made = window.Audio; window.Audio = function () { return window.heard = new Made(); };");
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            page.waitForFunction("() => window.heard && heard.duration > 10 && heard.currentTime > 1");
            assertThat(page.locator("#trang-thai").textContent()).isEqualTo("Đang phát");
            assertThat(page.locator("#bat-dau").isVisible()).isFalse();
        }
    }

    /** Answers as a portal that has another edition of the page. */
    private static final String NEWER = """
            const plain = window.fetch;
            window.fetch = async (...request) => {
              const answer = await plain(...request);
              if (!window.newer || !String(request[0]).endsWith('/phat')) return answer;
              return new Response((await answer.text()).replaceAll('/playout.js?v=', '/playout.js?v=newer'));
            };""";

    @Test
    void a_newer_page_is_opened_while_nothing_is_to_be_heard_unless_somebody_would_have_to_press(Browser browser) {
        var commune = "01387";
        setUp(officer(commune), commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(3, 0));
            page.addInitScript(NEWER);
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/1");
            page.locator("#bat-dau").click();
            until(page, day.atTime(4, 10));
            assertThat(page.locator("#ban-moi").isVisible())
                    .as("it is the newest")
                    .isFalse();
            page.evaluate("window.newer = window.former = true");
            until(page, day.atTime(5, 12));
            says(page, "#ban-moi", "bản mới");
            assertThat(page.evaluate("window.former"))
                    .as("it may not sound by itself")
                    .isEqualTo(true);
        }
        try (var station = browser.newContext()) {
            var other = page(station, day.atTime(3, 57));
            other.addInitScript(NEWER);
            other.addInitScript("HTMLMediaElement.prototype.play = () => Promise.resolve();");
            other.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(other, "#trang-thai", "Đang chờ giờ phát");
            other.evaluate("window.newer = window.former = true");
            until(other, day.atTime(4, 57, 30));
            assertThat(other.evaluate("window.former"))
                    .as("something is about to play")
                    .isEqualTo(true);
            for (var minute = 0; minute < 12 && isFormer(other); minute++) {
                goOn(other);
            }
            other.waitForFunction("() => !window.former");
            says(other, "#trang-thai", "Đang chờ giờ phát");
        }
    }

    private static boolean isFormer(Page page) {
        try {
            return Boolean.TRUE.equals(page.evaluate("window.former"));
        } catch (PlaywrightException itGoes) {
            return false;
        }
    }

    /** A minute, in which the page may go and make room for another. */
    private static void goOn(Page page) {
        try {
            page.clock().runFor(MINUTE);
            rests(page, CALM);
        } catch (PlaywrightException itGoes) {
            page.waitForLoadState();
        }
    }

    @Test
    void rules_let_nothing_wait_for_a_sound_that_is_not_there(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(page.evaluate("""
                async () => {
                  const rules = await import(document.getElementById('phat').dataset.rules);
                  const it = (seconds, slug, urgent) => ({ key: `${seconds} vi ${slug}`, at: seconds * 1000, seconds: 60, product: slug, language: 'vi', urgent, file: slug });
                  const list = [it(1000, 'bao', true), it(1000, 'phim', false)], none = new Set(), keys = items => items.map(item => item.key).join();
                  const later = [it(1010, 'phim', false), it(1300, 'phim', false)];
                  return [
                    rules.due(list, 1001000, none, item => item.file !== 'bao').product,
                    rules.due(list, 1001000, none, () => true).product,
                    keys(rules.missed(list, 1095000, none)),
                    rules.late(list, new Map(), 1095000).join(),
                    [...rules.moved(later, new Set(['1000 vi phim'])).entries()].join(),
                    [...rules.moved([it(1900, 'phim', false)], new Set(['1000 vi phim']), '1000 vi phim').entries()].join(),
                    rules.moved([it(1900, 'phim', false)], new Set(['1000 vi phim']), '1000 vi phim', none, new Set(['1900 vi phim'])).size,
                    rules.givesWay(list, list[1], 1000000, 1030000, none),
                    rules.givesWay(list, list[1], 1000000, 1030000, new Set(['1000 vi bao'])),
                    rules.stale(['1000 vi phim', '1000 vi mua', '90000 vi phim'], list, 90000000).join(),
                    keys(rules.needed(list, 1000000)),
                    rules.drift(1004800, 1000000, 1000000, 5600)
                  ].join('; ');
                }"""))
                .isEqualTo("phim; bao; 1000 vi phim; 1000 vi phim; 1010 vi phim,1000 vi phim;"
                        + " 1900 vi phim,1000 vi phim; 0; true; false; 1000 vi mua;"
                        + " 1000 vi bao,1000 vi phim; 5600");
    }

    @Test
    void an_emergency_is_heard_once_more_when_it_is_inserted_once_more_or_was_broken_off(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(page.evaluate("""
                async () => {
                  const rules = await import(document.getElementById('phat').dataset.rules);
                  const it = (seconds, urgent) => ({ key: `${seconds} vi bao`, at: seconds * 1000, seconds: 60, urgent });
                  const heard = new Set(['1000 vi bao']), moved = (fresh, playing) => [...rules.moved([fresh], heard, playing).values()].join();
                  return [
                    moved(it(1100, true), null),
                    moved(it(1100, true), '1000 vi bao'),
                    moved(it(1100, false), null),
                    rules.moved([it(1100, false)], heard, null, heard).size,
                    rules.again(it(1000, true), 1030000),
                    rules.again(it(1000, true), 2900000),
                    rules.again(it(1000, false), 1030000)
                  ].join('; ');
                }""")).isEqualTo("; 1000 vi bao; 1000 vi bao; 0; true; false; false");
        assertThat(page.evaluate("""
                async () => {
                  const rules = await import(document.getElementById('phat').dataset.rules);
                  const place = (now, urgent) => rules.place({ seconds: 60, urgent }, 1000000, now);
                  return [place(1030000, false), place(1060000, false), place(990000, false), place(1030000, true)];
                }"""))
                .as("where something else goes on, until it is over, and by a clock that can be right")
                .isEqualTo(Arrays.asList(30, null, null, null));
        page.evaluate("document.querySelector('.air').classList.add('urgent')");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.air .clock')).color"))
                .as("written on a light card, or in the dark on a dark one")
                .isNotEqualTo(page.evaluate("getComputedStyle(document.querySelector('.air')).backgroundColor"))
                .isEqualTo(page.evaluate("getComputedStyle(document.querySelector('.playout h2')).color"));
    }

    @Test
    void later_days_are_as_they_were_answered_and_the_nearest_as_they_are_now(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(page.evaluate("""
                async () => {
                  const rules = await import(document.getElementById('phat').dataset.rules);
                  const it = (begins, product) => ({ begins, durationSeconds: 60, product, language: 'vi', title: {}, audio: { url: '/' + product } });
                  const days = (to, ...items) => ({ to, slots: [{ items }] });
                  const near = days('2026-12-02', it('2026-12-01T05:00:00+07:00', 'a'), it('2026-12-02T23:59:00+07:00', 'b'));
                  const later = days('2026-12-08', it('2026-12-02T05:00:00+07:00', 'gone'), it('2026-12-03T00:00:00+07:00', 'c'));
                  const there = rules.merged(near, later), list = there.map(item => item.product).join('');
                  return [
                    list,
                    rules.merged(near, null).length,
                    rules.merged(null, null).length,
                    rules.lastDay(near, later),
                    rules.lastDay(later, days('2026-11-30')),
                    rules.gap(there, Date.parse('2026-12-01T04:00:00+07:00'), new Set(), item => item.product !== 'b').product,
                    rules.gap(there, Date.parse('2026-12-03T00:01:00+07:00'), new Set(), item => item.product !== 'b'),
                    [...rules.fitting([{ file: 1, bytes: 5 }, { file: 2, bytes: 6 }, { file: 3, bytes: 4 }, { file: 4, bytes: 1 }], 9)].join('')
                  ].join('; ');
                }""")).isEqualTo("abc; 2; 0; 2026-12-08; 2026-12-08; b; ; 13");
    }

    /** A disk for ten bytes; each sound is fetched in pieces of one. */
    private static final String DISK = """
            const { rules: rulesAt, keep: keepAt } = document.getElementById('phat').dataset;
            const rules = await import(rulesAt), { keeping } = await import(keepAt);
            const it = (at, file, bytes, urgent) => ({ key: file, at, seconds: 60, file, bytes, urgent: Boolean(urgent) });
            const disk = { whole: new Map(), parts: new Map(), size: 10, told: 10, fetched: [] };
            const used = () => [...disk.whole.values(), ...disk.parts.values()].reduce((sum, bytes) => sum + bytes, 0);
            const sounds = {
              kept: async () => new Set(disk.whole.keys()),
              begun: async () => new Map(disk.parts),
              room: async () => disk.told - used(),
              tryRoom: async bytes => disk.lies ? bytes : Math.min(bytes, disk.size - used()),
              forget: async file => { disk.whole.delete(file); disk.parts.delete(file); },
              forgetOthers: async files => [...disk.whole.keys()].filter(file => !files.has(file) && disk.whole.delete(file)),
              url: async file => disk.whole.has(file) ? file : '',
              async fetchSound(item, goesOn) {
                for (let n = disk.parts.get(item.file) || 0; n < item.bytes; n++) {
                  if (!goesOn()) return false;
                  if (used() >= disk.size) throw new DOMException('', 'QuotaExceededError');
                  disk.fetched.push(item.file);
                  disk.parts.set(item.file, n + 1);
                }
                disk.parts.delete(item.file);
                disk.whole.set(item.file, item.bytes);
                return true;
              }
            };
            let wanted = [];
            const keep = await keeping(sounds, rules, { wanted: () => wanted, changed() {} });
            const there = () => [...disk.whole.keys()].sort().join('');
            """;

    private static Object onDisk(Page page, String script) {
        return page.evaluate("async () => {" + DISK + script + "}");
    }

    @Test
    void what_is_needed_earlier_has_the_room_and_what_has_none_is_not_fetched_again_and_again(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(onDisk(page, """
                wanted = [it(1, 'a', 4), it(2, 'b', 4), it(3, 'c', 4), it(4, 'd', 2)];
                await keep.round(true);
                const first = [there(), disk.fetched.join(''), wanted.filter(keep.lacksRoom).map(item => item.file)];
                await keep.round(true);
                const again = disk.fetched.length;
                wanted = [it(2, 'b', 4), it(3, 'c', 4), it(4, 'd', 2)];
                await keep.round(true);
                return [...first, again, there(), disk.fetched.slice(again).join('')].join('; ');"""))
                .as("the large one waits until the first is over")
                .isEqualTo("abd; aaaabbbbdd; c; 10; bcd; cccc");
        assertThat(onDisk(page, """
                wanted = [it(5, 'd', 4), it(6, 'e', 4)];
                await keep.round(true);
                wanted = [it(9, 'urgent', 4, true), it(1, 'a', 2), it(5, 'd', 4), it(6, 'e', 4)];
                await keep.round(true);
                wanted = [it(0, 'huge', 11, true), ...wanted];
                await keep.round(true);
                return [there(), disk.fetched.length].join('; ');"""))
                .as(
                        "what cannot wait, and what is sooner, takes the room of the latest alone, and what can have none takes nobody's")
                .isEqualTo("adurgent; 14");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_disk_that_is_full_before_the_browser_says_so_keeps_what_is_played_first(boolean lies, Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(onDisk(page, "disk.lies = " + lies + ";" + """
                disk.told = 100;
                wanted = [it(3, 'c', 4), it(4, 'd', 4)];
                await keep.round(true);
                wanted = [it(1, 'a', 5), ...wanted];
                await keep.round(true);
                const fetched = disk.fetched.length;
                await keep.round(true);
                return [there(), wanted.filter(keep.lacksRoom).map(item => item.file), disk.fetched.length - fetched, used()].join('; ');""")).isEqualTo("ac; d; 0; 9");
    }

    @Test
    void what_is_cleared_leaves_its_room_at_once(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(onDisk(page, """
                disk.told = 100;
                wanted = [it(1, 'a', 8)];
                await keep.round(true);
                wanted = [it(5, 'b', 8)];
                await keep.round(false);
                const crowded = there() + wanted.some(keep.lacksRoom);
                await keep.round(true);
                return [crowded, there()].join('; ');""")).isEqualTo("atrue; b");
    }

    @Test
    void what_is_no_longer_needed_is_cleared_and_comes_again_when_it_is(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(onDisk(page, """
                const a = it(1, 'a', 1), b = it(2, 'b', 1);
                wanted = [a, b];
                await keep.round(true);
                wanted = [b];
                await keep.round(false);
                const offline = there();
                await keep.round(true);
                const cleared = there() + keep.has(a);
                wanted = [a, b];
                await keep.round(true);
                return [offline, cleared, there(), disk.fetched.join('')].join('; ');""")).isEqualTo("ab; bfalse; ab; aba");
    }

    @Test
    void an_emergency_breaks_in_within_a_minute_and_cuts_nothing_before_its_sound_is_there(Browser browser)
            throws SQLException {
        var commune = "01456";
        var now = LocalDateTime.now(TimeSource.ZONE).truncatedTo(ChronoUnit.SECONDS);
        assumeTrue(
                now.plusMinutes(20).toLocalDate().equals(now.toLocalDate()) && now.getHour() > 0,
                "not around midnight: slots end with their day");
        var forms = officer(commune);
        setUp(forms, commune, around(now));
        publish(commune, Week.of(now.toLocalDate()), item(now.plusSeconds(45), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, now);
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            page.locator("#bat-dau").click();
            says(page, "#tep", "1/1");
            until(page, now.plusSeconds(57));
            says(page, "#trang-thai", "Đang phát");

            var urgent = WORK + commune + "/khan";
            var voice = Pattern.compile("value=\"([0-9]+\\.hmn)\"")
                    .matcher(forms.get(urgent + "?q=con+bo").body());
            assertThat(voice.find()).isTrue();
            assertThat(forms.sendThrough(urgent, "lam", "chen", "san-pham", voice.group(1), "ban", "0")
                            .body())
                    .contains("sẽ phát");
            var day = now.toLocalDate();
            Until.holds(() -> portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(2)))
                    .body()
                    .contains("\"urgent\""));
            page.evaluate("file => window.away = file", sound(commune, day, "hmn"));
            until(page, now.plusSeconds(65));
            says(page, "#tep", "1/2");
            assertThat(page.locator("#trang-thai").textContent())
                    .as("without its sound, an emergency silences nothing")
                    .isEqualTo("Đang phát");
            // It was asked for in vain: before that, room for it is found, which takes real time.
            Until.holds(() -> (Boolean) page.evaluate("asks.some(each => each.includes(away))"));
            page.evaluate("window.away = ''");
            until(page, now.plusSeconds(112));
            says(page, "#trang-thai", "KHẨN CẤP");
            pair(page, forms, commune);
            until(page, now.plusMinutes(9));
            says(page, "#nhat-ky", "Chưa gửi: 0.");
        }
        assertThat(logged(commune))
                .anyMatch(line -> line.endsWith("vi cut"))
                .anyMatch(line -> line.endsWith("hmn aired"));
    }

    @Test
    void an_emergency_that_is_stopped_goes_silent_within_a_minute_and_the_programme_goes_on(Browser browser)
            throws SQLException {
        var commune = "01414";
        var now = LocalDateTime.now(TimeSource.ZONE).truncatedTo(ChronoUnit.SECONDS);
        assumeTrue(
                now.plusMinutes(20).toLocalDate().equals(now.toLocalDate()) && now.getHour() > 0,
                "not around midnight: slots end with their day");
        var forms = officer(commune);
        setUp(forms, commune, around(now));
        publish(
                commune,
                Week.of(now.toLocalDate()),
                item(now.plusSeconds(45), "hmn"),
                item(now.plusSeconds(240), "tyz"));
        try (var station = browser.newContext()) {
            var page = page(station, now);
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            pair(page, forms, commune);
            page.locator("#bat-dau").click();
            says(page, "#tep", "2/2");
            until(page, now.plusSeconds(57));
            says(page, "#trang-thai", "Đang phát");
            // Wherever its first minute began, the page has asked a second time by then: it learns of what presses with
            // its third question, and of the stop with its fourth.
            until(page, now.plusSeconds(68));
            var urgent = WORK + commune + "/khan";
            var id = String.valueOf(portal.sql().number("select id from product where slug = '" + SKIT + "'"));
            assertThat(forms.sendThrough(urgent, "lam", "chen", "san-pham", id + ".vi", "ban", "0")
                            .body())
                    .contains("sẽ phát");
            Until.holds(() -> portal.get("/api/v1/programmes/" + commune).body().contains("\"urgent\""));
            until(page, now.plusSeconds(112));
            says(page, "#trang-thai", "KHẨN CẤP");
            assertThat(forms.sendThrough(urgent, "lam", "dung-khan", "khan", id).body())
                    .contains("Đã dừng ở 1 đài");
            Until.holds(
                    () -> !portal.get("/api/v1/programmes/" + commune).body().contains("\"urgent\""));
            until(page, now.plusSeconds(166));
            assertThat(page.locator("#trang-thai").textContent()).doesNotContain("KHẨN CẤP");
            until(page, now.plusMinutes(12));
            says(page, "#nhat-ky", "Chưa gửi: 0.");
        }
        assertThat(logged(commune))
                .extracting(line -> line.substring(6))
                .containsExactly("hmn aired", "vi cut", "tyz aired");
        assertThat(
                        portal.sql()
                                .number(
                                        "select count(*) from broadcast where note like 'Được lệnh dừng lúc %:%' and language = 'vi'"))
                .isEqualTo(1);
    }

    @Test
    void a_week_without_a_line_is_played_from_what_was_fetched_once(Browser browser) throws SQLException {
        var commune = "01618";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var monday = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(
                commune,
                Week.of(monday),
                monday.datesUntil(monday.plusDays(7))
                        .flatMap(day -> Stream.of(item(day.atTime(5, 0), "vi"), item(day.atTime(5, 6), "hmn")))
                        .toArray(String[]::new));
        try (var station = browser.newContext()) {
            var page = page(station, monday.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "2/2");
            says(page, "#tep", "không cần mạng đến hết Thứ Hai, %s.".formatted(shortly(monday.plusDays(7))));
            pair(page, forms, commune);
            assertThat(Set.copyOf(asks(page, "/media/"))).as("sounds").hasSize(2);
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            page.reload();
            says(page, "#da-ghep", "Đã ghép: Máy ở nhà văn hóa.");
            assertThat(page.locator("header, footer, nav, [role=search]").count())
                    .as("nothing leads away by a stray press")
                    .isZero();
            page.locator("#bat-dau").click();
            says(page, "#con-lai", "còn 0:0");
            var asked = new AtomicInteger();
            Consumer<Dialog> staying = dialog -> {
                asked.incrementAndGet();
                dialog.dismiss();
            };
            page.onDialog(staying);
            page.evaluate("() => { location.href = '/'; }");
            page.waitForCondition(() -> asked.get() == 1);
            says(page, "#trang-thai", "Đang chờ giờ phát");
            page.offDialog(staying);
            until(page, monday.atTime(5, 45));
            says(page, "#nhat-ky", "Đã gửi: 2.");
            var near = asks(page, "from=" + monday);
            var later = asks(page, "from=" + monday.plusDays(2));
            assertThat(later.size()).as("each quarter of an hour").isBetween(1, 5);
            assertThat(near.size()).as("each minute").isGreaterThan(2 * later.size());
            assertThat(asks(page, "/media/")).as("once").isEmpty();

            station.setOffline(true);
            for (var day = monday.plusDays(1); day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
                until(page, day.atTime(4, 55));
                if (day.equals(monday.plusDays(4))) {
                    page.reload();
                    page.locator("#bat-dau").click();
                    says(page, "#tep", "2/2");
                }
                until(page, day.atTime(5, 14));
            }
            says(page, "#nhat-ky", "Chưa gửi: 12.");
            until(page, monday.plusDays(8).atTime(5, 0));
            says(page, "#tep", "Lịch trong máy đã hết");
            station.setOffline(false);
            until(page, monday.plusDays(8).atTime(5, 3));
            says(page, "#nhat-ky", "Đã gửi: 14.");
        }
        assertThat(logged(commune)).hasSize(14).allMatch(line -> line.endsWith("aired"));
    }

    @Test
    void a_device_without_room_for_all_keeps_the_nearest_and_says_so(Browser browser) {
        var commune = "01636";
        setUp(officer(commune), commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(
                commune,
                Week.of(day),
                item(day.atTime(5, 0), "hmn"),
                item(day.plusDays(3).atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "2/2");
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)");
            var used = ((Number) page.evaluate("navigator.storage.estimate().then(said => said.usage)")).longValue();
            var last = bytes(commune, day, "vi");
            page.evaluate("code => caches.delete('loa-phat-am-' + code)", commune);
            quota(page, used - last / 2);
            page.reload();
            says(page, "#tep", "1/2");
            says(page, "#tep", "không còn chỗ cho 1 âm thanh");
            says(page, "#tep", "không cần mạng đến 05:00 Thứ Năm, %s.".formatted(shortly(day.plusDays(3))));
            quota(page, used + last);
            page.reload();
            says(page, "#tep", "2/2");
            assertThat(page.locator("#tep").textContent()).doesNotContain("không còn chỗ");
        }
    }

    /** Gives what the browser keeps for the portal this much room, in bytes, besides what sounds leave to the log. */
    private void quota(Page page, long room) {
        var wanted = new com.google.gson.JsonObject();
        wanted.addProperty("origin", portal.baseUrl());
        wanted.addProperty("quotaSize", room + (4 << 20) + 215_000);
        page.context().newCDPSession(page).send("Storage.overrideQuotaForOrigin", wanted);
    }

    private static String shortly(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }

    /** What a page has asked for since it was loaded, of what has this in its address. */
    @SuppressWarnings("unchecked")
    private static List<String> asks(Page page, String part) {
        var all = (List<String>) page.evaluate("asks");
        return all.stream().filter(ask -> ask.contains(part)).toList();
    }

    @Test
    void the_loudspeakers_are_tried_by_hand_until_something_is_played(Browser browser) {
        var commune = "01648";
        setUp(officer(commune), commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/1");
            assertThat(page.locator("#khong-nghe").isVisible()).isFalse();
            page.locator("#thu").press("Enter");
            says(page, "#thu-ra", "Đang phát tiếng thử");
            says(page, "#khong-nghe", "Tăng âm đã bật");
            says(page, "#thu", "Dừng thử tiếng");
            page.clock().runFor(7_000);
            says(page, "#thu-ra", "Nghe rõ rồi thì bấm «Bắt đầu phát».");
            assertThat(page.locator("#khong-nghe").isVisible()).isTrue();
            assertThat(page.locator("#bat-dau").isVisible())
                    .as("it is not begun by that")
                    .isTrue();

            page.locator("#bat-dau").click();
            assertThat(page.locator("#thu").isVisible())
                    .as("nothing sounds by a stray press")
                    .isFalse();
            page.locator("#thu-tieng summary").click();
            page.locator("#thu").click();
            says(page, "#thu", "Dừng thử tiếng");
            page.locator("#thu").click();
            assertThat(page.locator("#thu-ra").textContent()).isEqualTo("Đã dừng tiếng thử.");
            until(page, day.atTime(4, 59, 57));
            page.locator("#thu").click();
            until(page, day.atTime(5, 0, 2));
            says(page, "#trang-thai", "Đang phát");
            assertThat(page.locator("#thu").isDisabled()).isTrue();
            assertThat(page.locator("#thu").textContent()).isEqualTo("Thử tiếng");
            assertThat(page.locator("#thu-ra").textContent()).isEmpty();
            assertThat(page.locator("#khong-nghe").isVisible()).isFalse();
        }
    }

    @Test
    void the_sound_by_which_loudspeakers_are_tried_is_as_loud_as_programmes(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        assertThat(page.evaluate("""
                async () => {
                  const made = [], create = URL.createObjectURL;
                  URL.createObjectURL = blob => { made.push(blob); return create.call(URL, blob); };
                  const { silence, trial } = await import(document.getElementById('phat').dataset.trial);
                  const button = document.createElement('button');
                  trial(button, () => {});
                  silence();
                  button.click();
                  const heard = await Promise.all(made.map(async blob => {
                    const { duration, sampleRate, length } = await new OfflineAudioContext(1, 1, 16000).decodeAudioData(await blob.arrayBuffer()).then(sound => {
                      const samples = sound.getChannelData(0);
                      sound.peak = samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
                      made.peaks = [...made.peaks || [], sound.peak.toFixed(2)];
                      return sound;
                    });
                    return duration.toFixed(1);
                  }));
                  return [...heard, ...made.peaks].join('; ');
                }""")).isEqualTo("0.1; 6.0; 0.00; 0.22");
    }

    @Test
    void a_log_of_weeks_is_counted_and_not_read_again_and_again(Browser browser) throws SQLException {
        var commune = "01654";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"), item(day.atTime(5, 6), "hmn"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(5, 1));
            page.addInitScript("""
                    window.most = 0;
                    for (const kind of [IDBObjectStore, IDBIndex]) {
                      const read = kind.prototype.getAll;
                      kind.prototype.getAll = function (...range) {
                        const asked = read.apply(this, range);
                        asked.addEventListener('success', () => { most = Math.max(most, asked.result.length); });
                        return asked;
                      };
                    }""");
            page.navigate(portal.uri("/lich-phat/" + commune).toString());
            page.evaluate(FORMER, commune);
            log(page, commune, day.atTime(5, 0), 1, "waiting");
            log(page, commune, day.atTime(4, 50), 799, "sent");
            log(page, commune, day.minusDays(7).atTime(5, 0), 101, "waiting");
            log(page, commune, day.minusDays(10).atTime(5, 0), 9, "refused");
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#nhat-ky", "Chưa gửi: 102. Đã gửi: 799.");
            assertThat(page.locator("#khong-nhan li").count()).isEqualTo(5);
            assertThat((int) page.evaluate("most"))
                    .as("what was planned for a day")
                    .isLessThanOrEqualTo(150);
            page.evaluate("() => { most = 0; }");
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 4));
            assertThat(page.locator("#trang-thai").textContent())
                    .as("it knows what it has played")
                    .isEqualTo("Đang chờ giờ phát");
            pair(page, forms, commune);
            until(page, day.atTime(5, 5));
            says(page, "#nhat-ky", "Chưa gửi: 0.");
            assertThat((int) page.evaluate("most")).as("entries at once").isLessThanOrEqualTo(100);
            page.reload();
            says(page, "#nhat-ky", "Chưa gửi: 0.");
        }
        assertThat(logged(commune)).hasSizeGreaterThan(90);
    }

    /** As the page kept its log before that had an index. */
    private static final String FORMER = """
            code => new Promise((good, bad) => {
              const asked = indexedDB.open('loa-phat-' + code, 1);
              asked.onerror = () => bad(asked.error);
              asked.onupgradeneeded = () => {
                asked.result.createObjectStore('state');
                asked.result.createObjectStore('log', { keyPath: 'key' });
              };
              asked.onsuccess = () => { asked.result.close(); good(); };
            })""";

    private static final String LOGGED = """
            ([code, last, count, state, product]) => new Promise((good, bad) => {
              const asked = indexedDB.open('loa-phat-' + code);
              asked.onerror = () => bad(asked.error);
              asked.onsuccess = () => {
                const base = asked.result, both = base.transaction('log', 'readwrite');
                for (let n = 0; n < count; n++) {
                  const at = last - n * 600000;
                  both.objectStore('log').put({ key: `${at / 1000} vi ${product}`, at: new Date(at).toISOString(), product, language: 'vi', seconds: 240, outcome: 'aired', note: '', state, why: '' });
                }
                both.onabort = () => bad(both.error);
                both.oncomplete = () => { base.close(); good(); };
              };
            })""";

    /** Writes entries into the log of a page, ten minutes from each other, the last of this moment. */
    private static void log(Page page, String commune, LocalDateTime last, int count, String state) {
        page.evaluate(LOGGED, List.of(commune, (double) millis(last), count, state, SKIT));
    }

    @Test
    void an_entry_that_the_portal_cannot_read_keeps_no_other_from_it_and_is_not_sent_for_ever(Browser browser)
            throws SQLException {
        var commune = "01411";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/1");
            pair(page, forms, commune);
            // It was a commune once, and is named accordingly.
            var named = page.locator("#phat").getAttribute("data-code");
            log(page, named, day.minusDays(1).atTime(5, 0), 4, "waiting");
            page.evaluate(SPOILT, named);
            until(page, day.atTime(4, 52));
            says(page, "#nhat-ky", "Chưa gửi: 0. Đã gửi: 3.");
            assertThat(page.locator("#khong-nhan li").count()).isEqualTo(1);
            assertThat(page.locator("#khong-nhan").textContent()).contains("Báo cán bộ xã để ghi tay");
            var sent = asks(page, "/playout/log").size();
            page.reload();
            until(page, day.atTime(4, 55));
            says(page, "#nhat-ky", "Chưa gửi: 0. Đã gửi: 3.");
            assertThat(asks(page, "/playout/log")).isEmpty();
            assertThat(sent).isLessThan(10);
        }
        assertThat(logged(commune)).hasSize(3);
    }

    /** Makes of how long an entry was heard what is no number. */
    private static final String SPOILT = """
            code => new Promise((good, bad) => {
              const asked = indexedDB.open('loa-phat-' + code);
              asked.onerror = () => bad(asked.error);
              asked.onsuccess = () => {
                const base = asked.result, both = base.transaction('log', 'readwrite'), log = both.objectStore('log'), all = log.getAll();
                all.onsuccess = () => log.put({ ...all.result[1], seconds: 'x' });
                both.onabort = () => bad(both.error);
                both.oncomplete = () => { base.close(); good(); };
              };
            })""";

    @Test
    void an_emergency_that_is_over_is_not_played_by_a_page_that_is_new_but_by_one_that_was_away(Browser browser) {
        var commune = "01417";
        setUp(officer(commune), commune, "05:00-05:40");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        var week = Week.of(day);
        publish(commune, week, item(day.atTime(5, 30), "vi"));
        try (var fresh = browser.newContext();
                var away = browser.newContext()) {
            var old = page(away, day.atTime(4, 50));
            old.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(old, "#tep", "1/1");
            old.locator("#bat-dau").click();
            away.setOffline(true);
            replace(commune, week, List.of(urgent(day.atTime(5, 0), "vi"), item(day.atTime(5, 30), "vi")));
            Until.holds(() -> portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(1)))
                    .body()
                    .contains("\"urgent\""));
            until(old, day.atTime(5, 14));
            away.setOffline(false);
            until(old, day.atTime(5, 14, 40));
            says(old, "#trang-thai", "KHẨN CẤP");

            var page = page(fresh, day.atTime(5, 14));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#sap-phat", "05:30:00");
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 16));
            assertThat(page.locator("#trang-thai").textContent()).isEqualTo("Đang chờ giờ phát");
            page.reload();
            says(page, "#sap-phat", "05:30:00");
            page.locator("#bat-dau").click();
            until(page, day.atTime(5, 17));
            assertThat(page.locator("#trang-thai").textContent())
                    .as("opened again, it is no other page")
                    .isEqualTo("Đang chờ giờ phát");
        }
    }

    @Test
    void an_emergency_that_is_played_late_is_stopped_by_whoever_stands_there_or_from_afar(Browser browser)
            throws SQLException {
        var commune = "01420";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:40");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        var week = Week.of(day);
        publish(commune, week, item(day.atTime(5, 30), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            pair(page, forms, commune);
            says(page, "#tep", "1/1");
            page.locator("#bat-dau").click();
            assertThat(page.locator("#dung-tin").isHidden()).isTrue();
            station.setOffline(true);
            var hmn = urgent(day.atTime(5, 4), "hmn");
            replace(commune, week, List.of(urgent(day.atTime(5, 0), "vi"), hmn, item(day.atTime(5, 30), "vi")));
            Until.holds(() -> portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(1)))
                    .body()
                    .contains("\"urgent\""));
            until(page, day.atTime(5, 14));
            station.setOffline(false);
            until(page, day.atTime(5, 14, 40));
            says(page, "#trang-thai", "KHẨN CẤP");
            page.locator("#dung-tin summary").click();
            page.locator("#dung").click();
            says(page, "#dang-phat", "Mông");
            assertThat(page.locator("#dung").isVisible())
                    .as("nobody stops the next one by the same press")
                    .isFalse();
            replace(commune, week, List.of(item(day.atTime(5, 30), "vi")));
            Until.holds(
                    () -> !portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(1)))
                            .body()
                            .contains("\"urgent\""));
            until(page, day.atTime(5, 16, 30));
            assertThat(page.locator("#trang-thai").textContent()).doesNotContain("KHẨN CẤP");
            says(page, "#nhat-ky", "Chưa gửi: 0.");
        }
        assertThat(logged(commune)).extracting(line -> line.substring(6)).contains("vi cut", "hmn cut");
        assertThat(portal.sql()
                        .number(
                                "select count(*) from broadcast b join locality l on l.id = b.locality where l.code = ? and note like 'Người trực dừng tại máy lúc %'",
                                commune))
                .isEqualTo(1);
    }

    private static String urgent(LocalDateTime at, String language) {
        return item(at, language).replace("}", ",\"priority\":\"urgent\"}");
    }

    @Test
    void a_portal_that_is_written_too_much_to_is_left_alone_and_sent_the_entries_later(Browser browser)
            throws SQLException {
        var commune = "01660";
        var forms = officer(commune);
        setUp(forms, commune, "05:00-05:20");
        var day = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1).monday();
        publish(commune, Week.of(day), item(day.atTime(5, 0), "vi"));
        try (var station = browser.newContext()) {
            var page = page(station, day.atTime(4, 50));
            page.navigate(portal.uri("/lich-phat/" + commune + "/phat").toString());
            says(page, "#tep", "1/1");
            pair(page, forms, commune);
            var statuses = new ArrayList<Integer>();
            page.onResponse(answer -> {
                if (answer.url().endsWith("/playout/log")) {
                    statuses.add(answer.status());
                }
            });
            // Longer than the portal needs: how long the page waits is seen, and nobody waits for that in the test.
            page.evaluate("() => { window.rest = 300; }");
            log(page, commune, day.minusDays(1).atTime(5, 0), WAITING, "waiting");
            exhaust((String) page.evaluate(TOKEN, commune));
            page.clock().runFor(MINUTE);
            says(page, "#nhat-ky", "Chưa gửi: " + WAITING + ".");
            Until.holds(() -> {
                page.evaluate("1");
                return statuses.equals(List.of(429));
            });
            until(page, day.atTime(4, 54));
            assertThat(statuses).as("left alone for five minutes").hasSize(1);
            page.reload();
            says(page, "#nhat-ky", "Chưa gửi: " + WAITING + ".");
            Until.answer(
                    () -> {
                        page.clock().runFor(MINUTE);
                        return page.locator("#nhat-ky").textContent();
                    },
                    text -> text.contains("Đã gửi: " + WAITING + "."),
                    Duration.ofMinutes(2));
            assertThat(statuses).endsWith(200);
        }
        assertThat(logged(commune)).hasSize(WAITING).allMatch(line -> line.endsWith("aired"));
    }

    /** So many entries are taken once half a minute has passed. */
    private static final int WAITING = 8;

    private static final String TOKEN = """
            code => new Promise((good, bad) => {
              const asked = indexedDB.open('loa-phat-' + code);
              asked.onerror = () => bad(asked.error);
              asked.onsuccess = () => {
                const base = asked.result, token = base.transaction('state').objectStore('state').get('token');
                token.onsuccess = () => { base.close(); good(token.result); };
              };
            })""";

    /** Writes as much with the token of a player as it may. */
    private void exhaust(String token) {
        var entry =
                "{\"key\":\"1 vi x\",\"at\":\"2026-04-01T05:00:00Z\",\"product\":\"khong-co\",\"language\":\"vi\",\"seconds\":240,\"outcome\":\"aired\",\"note\":\"\"}";
        for (var count : List.of(1_000, 100, 10, 1)) {
            var body =
                    Stream.generate(() -> entry).limit(count).collect(Collectors.joining(",", "{\"entries\":[", "]}"));
            var status = 200;
            while (status == 200) {
                status = portal.send("POST", "/api/v1/playout/log", body, "Authorization", "Station " + token)
                        .statusCode();
            }
            assertThat(status).isEqualTo(429);
        }
    }

    @Test
    void axe_finds_nothing_and_nothing_goes_sideways(Page page) {
        page.navigate(portal.uri("/lich-phat/01393/phat").toString());
        says(page, "#nhat-ky", "Có mạng.");
        assertThat(new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + rule.getNodes())
                                .toList())
                .isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    private Page page(BrowserContext station, LocalDateTime begin) {
        var page = station.newPage();
        page.clock().install(new Clock.InstallOptions().setTime(millis(begin)));
        page.addInitScript(TURNED);
        page.clock().pauseAt(millis(begin) + 10_000);
        return page;
    }

    private static long millis(LocalDateTime moment) {
        return moment.atZone(TimeSource.ZONE).toInstant().toEpochMilli();
    }

    /**
     * Turns the clock on to this moment: in one leap over what is long, then bit by bit. What the page asks for and writes down takes real time, in which its clock
     * stands: where a minute matters it is waited for, as nobody is asked twice at once.
     */
    private static void until(Page page, LocalDateTime moment) {
        var left = millis(moment) - ((Number) page.evaluate("Date.now()")).longValue();
        if (left > 60 * MINUTE) {
            page.clock().fastForward(left);
            return;
        }
        var bit = left > 2 * MINUTE ? MINUTE : BIT;
        for (; left > 0; left -= bit) {
            page.clock().runFor(Math.min(left, bit));
            rests(page, left > 2 * MINUTE ? 1 : CALM);
        }
    }

    /** Waits until nothing is asked for or written down, seen so many times in a row. */
    private static void rests(Page page, int times) {
        var calm = new AtomicInteger();
        Until.holds(() -> {
            if (!(Boolean) page.evaluate("window.waiting === 0")) {
                calm.set(0);
            }
            return calm.incrementAndGet() > times;
        });
    }

    /** Waits until something says this. */
    private static void says(Page page, String place, String text) {
        page.locator(place, new Page.LocatorOptions().setHasText(text))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private void pair(Page page, PlainForms forms, String commune) {
        var code = CODE.matcher(
                forms.send(WORK + commune + "/may-phat", "lam", "tao-ma").body());
        assertThat(code.find()).isTrue();
        page.locator("#ma-ghep").fill(code.group(1));
        page.locator("#ten-may").fill("Máy ở nhà văn hóa");
        page.locator("#ghep button").click();
        page.locator("#da-ghep").waitFor();
    }

    private PlainForms officer(String commune) {
        return new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                        .cookie());
    }

    /** For tests that share a commune, each with weeks of its own. */
    private void setUpOnce(PlainForms officer, String commune, String everyDay) {
        if (portal.sql()
                        .number(
                                "select count(*) from station s join locality l on l.id = s.locality where l.code = ?",
                                commune)
                == 0) {
            setUp(officer, commune, everyDay);
        }
    }

    private static void setUp(PlainForms officer, String commune, String everyDay) {
        var fields = new LinkedHashMap<String, String>();
        for (var day = 1; day <= 7; day++) {
            fields.put("gio-" + day, everyDay);
        }
        fields.putAll(Map.of("lam", "luu", "lap", "1", "thu-tu", "newest", "ban", "0"));
        assertThat(officer.send(WORK + commune + "/thiet-lap", fields).body()).contains("Đã lưu");
    }

    private static String item(LocalDateTime at, String language) {
        return "{\"at\":\"%s\",\"product\":\"%s\",\"language\":\"%s\"}".formatted(at, SKIT, language);
    }

    /** A stretch with this moment in it, and some minutes before and behind it. */
    private static String around(LocalDateTime now) {
        return now.toLocalTime().minusMinutes(10).truncatedTo(ChronoUnit.MINUTES) + "-"
                + now.toLocalTime().plusMinutes(15).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The address of the first sound in this language that is played on a day or in the six days after it. */
    private String sound(String commune, LocalDate day, String language) {
        return URI.create(audio(commune, day, language).getString("url")).getPath();
    }

    private long bytes(String commune, LocalDate day, String language) {
        return audio(commune, day, language).getJsonNumber("bytes").longValue();
    }

    private JsonObject audio(String commune, LocalDate day, String language) {
        return item(commune, day, language).getJsonObject("audio");
    }

    private JsonObject item(String commune, LocalDate day, String language) {
        return object(portal.get("/api/v1/programmes/%s?from=%s&to=%s".formatted(commune, day, day.plusDays(6))))
                .getJsonArray("slots")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(slot -> slot.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .filter(item -> item.getString("language").equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** How often the plan of the film says that it was aired. */
    private int airings() {
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01465", Set.of());
        var film = object(staff.get("/api/v1/products/" + SKIT));
        var plan = film.get("plan") instanceof JsonObject named ? named.getString("slug") : film.getString("plan");
        try (var reader = Jsons.reader(new StringReader(
                staff.get("/api/v1/plans/" + plan + "/progress").body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getString("deliverable").equals(film.getString("deliverable")))
                    .mapToInt(each -> each.getJsonObject("broadcasts").getInt("count"))
                    .sum();
        }
    }

    /** A week that nobody has planned yet. @return tag of its version */
    private void publish(String commune, Week week, String... items) {
        publish(commune, week, "\"0\"", List.of(items));
    }

    /** What everybody saw of a week that is over by the clock of the portal is what was heard: nobody sees it when it is written anew. */
    private void replace(String commune, Week week, List<String> items) {
        var forms = officer(commune);
        var page = WORK + commune + "/" + week.code();
        var version = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"")
                .matcher(forms.get(page).body());
        assertThat(version.find()).isTrue();
        assertThat(forms.send(page, "lam", "go", "ban", version.group(1)).body())
                .contains("Đã thôi công bố");
        publish(commune, week, "*", items);
    }

    /** @param version tag of the one that it has now */
    private void publish(String commune, Week week, String version, List<String> items) {
        var written = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                .send(
                        "PUT",
                        "/api/v1/programmes/" + commune,
                        items.stream()
                                .collect(Collectors.joining(
                                        ",", "{\"week\":\"" + week.code() + "\",\"publish\":true,\"items\":[", "]}")),
                        "If-Match",
                        version);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    /** What the page has written, by the clock of Vietnam. */
    private List<String> logged(String commune) throws SQLException {
        try (var database = portal.database();
                var asked = database.prepareStatement(
                        "select to_char(b.aired_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') || ' ' || b.language || ' ' || b.outcome"
                                + " from broadcast b join locality l on l.id = b.locality"
                                + " where l.code = ? and b.origin = 'playout' order by b.aired_at")) {
            asked.setString(1, commune);
            var lines = new ArrayList<String>();
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }
}
