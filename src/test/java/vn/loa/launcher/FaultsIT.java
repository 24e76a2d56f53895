package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.loa.accounts.Role;
import vn.loa.testing.BrowserExtension;
import vn.loa.testing.Drafts;
import vn.loa.testing.OwnPortal;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;

/** A part stands still or is killed: health says which, pages go on as far as they can, and all is well again by itself. */
@ExtendWith(OwnPortal.class)
class FaultsIT {
    private final List<ProcessHandle> frozen = new ArrayList<>();

    @AfterEach
    void thaw() throws Exception {
        for (ProcessHandle process : frozen) {
            signal("CONT", process);
        }
    }

    @Test
    void healthNamesEveryPart(Portal portal) {
        awaitWell(portal);

        assertThat(portal.get("/health/ready").body())
                .contains("\"name\":\"database\"", "\"name\":\"search\"", "\"name\":\"storage\"");
        assertThat(portal.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesGoOnWhileTheSearchServerStandsStill(Portal portal) throws Exception {
        awaitWell(portal);

        freeze(portal.solrProcess());

        var health = Until.answer(
                () -> portal.get("/health/ready"), answer -> answer.body().contains("\"state\":\"DOWN\""));
        assertThat(health.statusCode()).as("pages still work").isEqualTo(200);
        assertThat(health.body()).contains("\"name\":\"search\"").contains("The search server does not answer");
        assertThat(portal.get("/").statusCode()).isEqualTo(200);
        assertThat(portal.get("/san-pham").statusCode()).isEqualTo(200);
        assertThat(portal.get("/tim-kiem?q=giam+ngheo").statusCode()).isEqualTo(200);
        assertThat(portal.get("/health/live").statusCode()).isEqualTo(200);
        thaw();
        awaitWell(portal);
    }

    @Test
    void aSearchServerThatWasKilledComesBack(Portal portal) {
        awaitWell(portal);
        ProcessHandle killed = portal.solrProcess();

        killed.destroyForcibly();

        Until.holds(() -> !killed.isAlive());
        awaitWell(portal);
        assertThat(portal.solrProcess()).isNotEqualTo(killed);
    }

    @Test
    void aDatabaseThatStandsStillIsNamedAndTheServerLives(Portal portal) throws Exception {
        awaitWell(portal);
        ProcessHandle database = portal.databaseProcess();
        String cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        freeze(Stream.concat(Stream.of(database), database.children()).toArray(ProcessHandle[]::new));

        awaitDown(portal, "database");
        assertThat(portal.get("/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> office = portal.get("/quan-tri", "Cookie", cookie);
        assertThat(office.statusCode()).as("nobody is signed out").isEqualTo(503);
        assertThat(office.headers().firstValue("Retry-After")).isPresent();
        assertThat(office.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(office.body()).contains("Cổng tạm nghỉ trong chốc lát");

        thaw();
        awaitWell(portal);
        Until.answer(() -> portal.get("/quan-tri", "Cookie", cookie).statusCode(), status -> status == 200);
    }

    @Test
    void aDatabaseThatWasKilledComesBackAndPagesWithIt(Portal portal) {
        awaitWell(portal);
        ProcessHandle killed = portal.databaseProcess();

        killed.destroyForcibly();

        Until.holds(() -> !killed.isAlive());
        awaitWell(portal);
        Until.answer(
                () -> portal.get("/ke-hoach?trang=1&x=" + System.nanoTime()).statusCode(), status -> status == 200);
    }

    /** This portal asks for second steps, as one does that is set up with no settings. */
    @Test
    void aTokenOfBeforeTheyMayHarmManyOpensNothingUntilTheyHaveASecondStep(Portal portal) {
        awaitWell(portal);
        var promoted = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        var cookie = promoted.cookie();
        assertThat(promoted.get("/api/v1/sessions").statusCode()).isEqualTo(200);
        var sample = portal.send("POST", "/api/v1/sessions", password("quantri"));
        var administrator = new Staff(portal, "quantri", Drafts.object(sample).getString("token"));
        var changed = administrator.send(
                "PUT",
                "/api/v1/accounts/" + promoted.username(),
                "{\"displayName\":\"Người thử\",\"roles\":[\"publisher\"],\"locality\":null,\"languages\":[],\"enabled\":true}",
                "If-Match",
                "*");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        assertThat(promoted.get("/api/v1/sessions").statusCode()).isEqualTo(401);

        var again = portal.send("POST", "/api/v1/sessions", password(promoted.username()));
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("\"reason\":\"no-second-step\"");
        var office = portal.get("/quan-tri", "Cookie", cookie);
        assertThat(office.headers().firstValue("Location").orElse(""))
                .as("a browser is led to where it is set up")
                .contains("/tai-khoan/hai-buoc");
    }

    private static String password(String username) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, Staff.PASSWORD);
    }

    /** This portal asks of its administrators what a portal asks that is set up with no settings. */
    @Nested
    @ExtendWith(BrowserExtension.class)
    class SecondStep {
        @Test
        void whoOwesItSetsItUpInABrowserAlsoWhenTheSignInEndsMeanwhile(Portal portal, Page page) throws Exception {
            awaitWell(portal);
            var administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
            enter(page, portal, administrator);
            page.navigate(portal.uri("/quan-tri").toString());
            page.waitForURL("**/tai-khoan/hai-buoc");
            page.locator("button[value='bat-dau']").click();
            page.locator("#ma").fill("000");
            page.locator("button[value='xac-nhan']").click();
            page.locator("#vi-sao").waitFor();
            var key = new Base32().decode(page.locator("code.key").textContent().replace(" ", ""));
            var generator = new TimeBasedOneTimePasswordGenerator();
            page.locator("#ma")
                    .fill(generator.generateOneTimePasswordString(
                            new SecretKeySpec(key, generator.getAlgorithm()), Instant.now()));
            page.context().clearCookies();
            page.locator("button[value='xac-nhan']").click();
            page.locator("#het-phien[open]").waitFor();
            enter(page, portal, administrator);
            page.locator("#het-phien [data-do=tiep]").click();

            page.locator(".slip").waitFor();
            assertThat(page.locator(".slip li").count()).isEqualTo(10);
            page.navigate(portal.uri("/quan-tri").toString());
            assertThat(page.url()).endsWith("/quan-tri");
        }

        private void enter(Page page, Portal portal, Staff staff) {
            staff.enter(page.context());
        }
    }

    private static void awaitWell(Portal portal) {
        Until.answer(
                () -> portal.get("/health/ready"),
                answer -> answer.statusCode() == 200 && !answer.body().contains("DOWN"));
    }

    private static void awaitDown(Portal portal, String part) {
        var answer = Until.answer(() -> portal.get("/health/ready"), health -> health.statusCode() == 503);
        assertThat(answer.body()).contains("{\"name\":\"" + part + "\",\"status\":\"DOWN\"");
    }

    private void freeze(ProcessHandle... processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            frozen.add(process);
            signal("STOP", process);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
