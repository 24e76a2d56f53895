package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** What is urgent on pages that a device keeps: it says until when, and is gone then, though nobody can be asked. */
@UsesBrowser
class UrgentPageIT {
    private static final String BANNER = ".urgent";

    private final Portal portal;
    private final Staff all;
    private String slug = "";

    UrgentPageIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
    }

    @BeforeEach
    void urgent() {
        slug = Drafts.start(all);
        for (var step : new String[] {"review", "approved", "published"}) {
            var answer = move("{\"to\":\"" + step + "\"}");
            assertThat(answer).isEqualTo(200);
        }
        var until = Instant.now().plus(1, ChronoUnit.DAYS);
        all.send(
                "PUT",
                Drafts.PRODUCTS + "/" + slug + "/priority",
                "{\"priority\":\"urgent\",\"until\":\"" + until + "\"}");
        Until.holds(() -> isTold("/ke-hoach"));
    }

    /** No other test expects a banner. */
    @AfterEach
    void withdrawn() {
        move("{\"to\":\"withdrawn\",\"note\":\"Xong.\"}");
        Until.holds(() -> !isTold("/"));
    }

    private int move(String step) {
        return all.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", step)
                .statusCode();
    }

    private boolean isTold(String path) {
        return portal.get(path).body().contains("class=\"urgent\"");
    }

    @Test
    void a_page_that_was_kept_tells_what_is_urgent_until_its_end_and_not_longer(Page page) {
        open(page);
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        open(page);
        assertThat(page.locator(BANNER + " time").first().textContent()).startsWith("đến ");
        page.context().setOffline(true);
        open(page);
        assertThat(page.locator(BANNER).count()).as("nobody can be asked").isEqualTo(1);

        page.addInitScript("const real = Date.now; Date.now = () => real() + 2 * 24 * 3600 * 1000");
        open(page);

        Until.holds(() -> page.locator(BANNER).count() == 0);
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    private void open(Page page) {
        page.navigate(portal.uri("/ke-hoach").toString());
    }
}
