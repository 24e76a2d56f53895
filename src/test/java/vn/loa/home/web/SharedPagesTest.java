package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPagesTest {
    private static final String PAGE = "/san-pham/con-bo";

    private final AtomicLong revision = new AtomicLong(1);
    private final AtomicInteger rendered = new AtomicInteger();

    private final AtomicLong now = new AtomicLong();

    private final AtomicReference<Instant> moment = new AtomicReference<>(Instant.parse("2025-09-01T00:00:00Z"));

    private final SharedPages pages =
            new SharedPages(new PageCache(1 << 20), new Freshness(revision::get, now::get), now::get, moment::get);

    private FilterChain chain = (request, response) -> write((HttpServletResponse) response, "nội dung");

    @Test
    void aPageIsRenderedOnceAndGivenToAll() throws Exception {
        for (var i = 0; i < 5; i++) {
            var visit = ask(Exchange.get(PAGE).with("Accept-Encoding", "br, gzip"));
            assertThat(visit.text()).isEqualTo("nội dung 1");
            assertThat(visit.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(visit.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(visit.header("Cache-Control")).isEqualTo("public, max-age=10");
            assertThat(visit.header("Vary")).isEqualTo("Accept-Encoding, Save-Data");
            assertThat(visit.header("X-Test")).isEqualTo("kept");
        }
        assertThat(rendered).hasValue(1);
    }

    @Test
    void whatAStationPlaysOnNamedDaysIsKeptUntilTheContentChanges() throws Exception {
        var days = "/api/v1/programmes/01393?from=2026-11-27&to=2026-11-29";
        ask(Exchange.get(days));
        now.addAndGet(TimeUnit.MINUTES.toNanos(9));
        assertThat(ask(Exchange.get(days)).text()).endsWith("1");
        publish();
        assertThat(ask(Exchange.get(days)).text()).endsWith("2");
        now.addAndGet(TimeUnit.MINUTES.toNanos(11));
        assertThat(ask(Exchange.get(days)).text()).endsWith("3");
        var today = "/api/v1/programmes/01393";
        ask(Exchange.get(today));
        now.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(ask(Exchange.get(today)).text())
                .as("tomorrow is another day")
                .endsWith("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/nhung/con-bo", "/san-pham", "/tim-kiem?q=bo", "/", "/api/v1/products"})
    void whatIsWithdrawnIsGoneFromBrowsersWithinTenSeconds(String address) throws Exception {
        for (var i = 0; i < 2; i++) {
            assertThat(ask(Exchange.get(address)).header("Cache-Control")).isEqualTo("public, max-age=10");
        }
    }

    @Test
    void whoTakesNoGzipGetsNone() throws Exception {
        ask(Exchange.get(PAGE).with("Accept-Encoding", "gzip"));
        for (var accepted : new String[] {"identity", "br", "gzip;q=0", "gzip; q=0.0, br"}) {
            var visit = ask(Exchange.get(PAGE).with("Accept-Encoding", accepted));
            assertThat(visit.header("Content-Encoding")).isEmpty();
            assertThat(visit.text()).isEqualTo("nội dung 1");
        }
        assertThat(ask(Exchange.get(PAGE)).text()).isEqualTo("nội dung 1");
    }

    @Test
    void eachEncodingHasATagOfItsOwnAndIsNotSentTwice() throws Exception {
        var plain = ask(Exchange.get(PAGE)).header("ETag");
        var zipped = ask(Exchange.get(PAGE).with("Accept-Encoding", "gzip")).header("ETag");
        assertThat(plain).isNotEqualTo(zipped).startsWith("\"").endsWith("\"");
        var again = ask(Exchange.get(PAGE).with("Accept-Encoding", "gzip").with("If-None-Match", "\"x\", W/" + zipped));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(zipped);
        assertThat(again.header("Cache-Control")).isNotEmpty();
        assertThat(ask(Exchange.get(PAGE).with("If-None-Match", zipped)).status())
                .isEqualTo(200);
        assertThat(ask(Exchange.get(PAGE).with("If-None-Match", plain)).status())
                .isEqualTo(304);
    }

    @Test
    void aTagStaysTheSameWhenAPublicationElsewhereChangesNothingHere() throws Exception {
        chain = (request, response) -> write((HttpServletResponse) response, "same", false);
        var tag = ask(Exchange.get(PAGE)).header("ETag");
        publish();
        assertThat(ask(Exchange.get(PAGE).with("If-None-Match", tag)).status()).isEqualTo(304);
        assertThat(rendered).hasValue(2);
    }

    @Test
    void aPublicationMakesPagesNew() throws Exception {
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("1");
        publish();
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("2");
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("2");
    }

    @Test
    void everyPageIsMadeAnewAfterAMinute() throws Exception {
        ask(Exchange.get(PAGE));
        aSecondPasses();
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("1");
        now.addAndGet(TimeUnit.SECONDS.toNanos(60));
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("2");
    }

    @Test
    void whatAPageSaysUntilAMomentIsGoneThenThoughNobodyCanMakeThePageAnew() throws Exception {
        chain = (request, response) -> write(
                (HttpServletResponse) response,
                "<section data-until=\"2025-09-01T02:00:00Z\"><ul><li data-until=\"2025-09-01T01:00:00Z\">bão</li>"
                        + "<li data-until=\"2025-09-01T02:00:00Z\">lũ</li></ul></section> trang");
        var first = ask(Exchange.get(PAGE));
        assertThat(first.text()).contains("bão", "lũ", "trang");
        chain = (request, response) -> {
            throw new ServletException("away");
        };
        now.addAndGet(TimeUnit.MINUTES.toNanos(30));
        assertThat(ask(Exchange.get(PAGE)).text()).isEqualTo(first.text());

        moment.set(Instant.parse("2025-09-01T01:00:00Z"));
        var second = ask(Exchange.get(PAGE));
        assertThat(second.text()).contains("lũ", "trang").doesNotContain("bão");
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        moment.set(Instant.parse("2025-09-01T02:00:00Z"));
        assertThat(ask(Exchange.get(PAGE)).text()).startsWith(" trang");
        now.addAndGet(TimeUnit.MINUTES.toNanos(31));
        assertThatThrownBy(() -> ask(Exchange.get(PAGE)))
                .as("it is as old as it was")
                .isInstanceOf(ServletException.class);
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        var head = ask(Exchange.head(PAGE));
        assertThat(head.text()).isEmpty();
        var get = ask(Exchange.get(PAGE));
        assertThat(get.text()).isEqualTo("nội dung 1");
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void unknownParametersShareOneRendering() throws Exception {
        ask(Exchange.get(PAGE + "?utm_source=zalo"));
        ask(Exchange.get(PAGE + "?fbclid=1&x=2"));
        ask(Exchange.get(PAGE));
        assertThat(rendered).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/san-pham?nam=2025&trang=2, /san-pham?trang=2&nam=2025, 1",
        "/san-pham?nam=2025, /san-pham?nam=2024, 2",
        "/?hl=en, /?hl=vi, 2",
        "/?hl=en&hl=vi, /?hl=vi&hl=en, 2",
        "/?q=%C3%A0, /?q=à, 1"
    })
    void knownParametersTellPagesApartWhateverTheirOrder(String one, String other, int times) throws Exception {
        ask(Exchange.get(one));
        ask(Exchange.get(other));
        assertThat(rendered).hasValue(times);
    }

    @Test
    void whoSavesDataGetsAPageOfTheirOwn() throws Exception {
        ask(Exchange.get(PAGE));
        ask(Exchange.get(PAGE).with("Save-Data", "on"));
        assertThat(rendered).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer x", "Cookie, JSESSIONID=1"})
    void whoIsSomebodyIsNotAnsweredFromMemory(String name, String value) {
        assertThat(PageKey.of(new Asking.OfServlet(
                        Exchange.get(PAGE).with(name, value).request())))
                .isEmpty();
    }

    @Test
    void onlyReadingIsAnsweredFromMemory() {
        assertThat(PageKey.of(new Asking.OfServlet(Exchange.post(PAGE).request())))
                .isEmpty();
        assertThat(PageKey.of(new Asking.OfServlet(
                        Exchange.get(PAGE + "?q=" + "x".repeat(5_000)).request())))
                .isEmpty();
    }

    /** They are of one person each, and are asked for by HEAD alone. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/uploads", "/api/v1/uploads/0123456789abcdef"})
    void uploadsAreNotAnsweredFromMemory(String path) {
        assertThat(PageKey.of(new Asking.OfServlet(Exchange.head(path).request())))
                .isEmpty();
    }

    /** As a servlet gets {@code /san-pham%3Ftrang=2}. */
    private record Disguised(String path) implements Asking {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public @Nullable String query() {
            return null;
        }

        @Override
        public @Nullable String field(String name) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/san-pham?trang=2", "/api/v1/products?page=2", "/?hl=en"})
    void aPathThatReadsLikeAnotherAddressIsNotTakenForIt(String path) {
        assertThat(PageKey.of(new Disguised(path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/con-bo/0123456789abcdef/x.mp4", "/quan-tri", "/health/ready", "/index.xhtml"})
    void whatIsNoPageIsLeftAlone(String path) throws Exception {
        var first = ask(Exchange.get(path));
        assertThat(first.header("ETag")).isEmpty();
        ask(Exchange.get(path));
        assertThat(rendered).hasValue(2);
    }

    @Test
    void aPageWithACookieIsGivenToNobodyElse() throws Exception {
        chain = (request, response) -> {
            ((HttpServletResponse) response).setHeader("Set-Cookie", "a=b");
            write((HttpServletResponse) response, "riêng");
        };
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("1");
        assertThat(ask(Exchange.get(PAGE)).text()).endsWith("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private, max-age=60", "no-cache"})
    void whatMustNotBeStoredIsNot(String control) throws Exception {
        chain = (request, response) -> {
            ((HttpServletResponse) response).setHeader("Cache-Control", control);
            write((HttpServletResponse) response, "x");
        };
        assertThat(ask(Exchange.get(PAGE)).header("Cache-Control")).isEqualTo(control);
        ask(Exchange.get(PAGE));
        assertThat(rendered).hasValue(2);
    }

    @Test
    void errorsAreShownByTheContainerAndForgotten() throws Exception {
        chain = (request, response) -> {
            rendered.incrementAndGet();
            ((HttpServletResponse) response).sendError(503);
        };
        assertThat(ask(Exchange.get(PAGE)).error()).isEqualTo(503);
        assertThat(ask(Exchange.get(PAGE)).error()).isEqualTo(503);
        assertThat(rendered).hasValue(2);
    }

    @Test
    void aPageThatFailsIsGivenInItsLastGoodVersionWhileNoContentHasChanged() throws Exception {
        var search = "/tim-kiem?q=x";
        ask(Exchange.get(search));
        chain = (request, response) -> ((HttpServletResponse) response).sendError(500);
        aSecondPasses();
        assertThat(ask(Exchange.get(search)).text()).isEqualTo("nội dung 1");
        chain = (request, response) -> {
            throw new ServletException("broken");
        };
        now.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(ask(Exchange.get(search)).text()).isEqualTo("nội dung 1");
        publish();
        assertThatThrownBy(() -> ask(Exchange.get(search))).hasMessage("broken");
    }

    @Test
    void whatHasBeenWithdrawnIsNotShownWhenItsPageFails() throws Exception {
        ask(Exchange.get(PAGE));
        publish();
        chain = (request, response) -> ((HttpServletResponse) response).sendError(500);
        assertThat(ask(Exchange.get(PAGE)).error()).isEqualTo(500);
    }

    @Test
    void manyWhoComeAtOnceWaitForOneRendering() throws Exception {
        var begun = new CountDownLatch(1);
        var may = new CountDownLatch(1);
        chain = (request, response) -> {
            begun.countDown();
            await(may);
            write((HttpServletResponse) response, "one");
        };
        var pool = Executors.newFixedThreadPool(12);
        try {
            var first = pool.submit(() -> ask(Exchange.get(PAGE)));
            await(begun);
            var others = new ArrayList<Future<Exchange>>();
            for (var i = 0; i < 10; i++) {
                Callable<Exchange> other = () -> ask(Exchange.get(PAGE));
                others.add(pool.submit(other));
            }
            may.countDown();
            assertThat(first.get().text()).isEqualTo("one 1");
            for (var other : others) {
                assertThat(other.get().text()).isEqualTo("one 1");
            }
        } finally {
            pool.shutdown();
        }
        assertThat(rendered).hasValue(1);
    }

    @Test
    void aBodyTooLargeToHoldGoesStraightThrough() throws Exception {
        var large = "x".repeat(5 << 20);
        chain = (request, response) -> write((HttpServletResponse) response, large);
        assertThat(ask(Exchange.get(PAGE)).text()).hasSize(large.length() + 2);
        ask(Exchange.get(PAGE));
        assertThat(rendered).hasValue(2);
    }

    private void publish() {
        revision.incrementAndGet();
        aSecondPasses();
    }

    private void aSecondPasses() {
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }

    private static void await(CountDownLatch latch) throws ServletException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new ServletException(e);
        }
    }

    private void write(HttpServletResponse response, String text) throws IOException {
        write(response, text, true);
    }

    private void write(HttpServletResponse response, String text, boolean counted) throws IOException {
        var number = rendered.incrementAndGet();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Vary", "Accept-Encoding, Save-Data");
        response.setHeader("X-Test", "kept");
        response.getWriter().write(counted ? text + " " + number : text);
        response.getWriter().close();
    }

    private Exchange ask(Exchange visit) throws IOException, ServletException {
        var key = PageKey.of(new Asking.OfServlet(visit.request())).orElseThrow();
        pages.answer(key, visit.request(), visit.response(), chain);
        return visit;
    }
}
