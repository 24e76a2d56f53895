package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.ProgrammeReceiver;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** An administrator whose commune has software of its own for its loudspeakers. */
@UsesBrowser
class DeliveriesPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String NAME = "Phần mềm truyền thanh của xã";

    private final Portal portal;
    private final ProgrammeReceiver receiver = new ProgrammeReceiver();

    DeliveriesPageIT(Portal portal) {
        this.portal = portal;
    }

    @AfterEach
    void nothing_is_left() {
        receiver.close();
        portal.sql().execute("delete from delivery_target where name = ?", NAME);
    }

    @Test
    void an_administrator_names_a_receiver_tries_it_sends_what_is_published_and_removes_it(Page page) {
        Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).enter(page.context());
        page.navigate(portal.uri("/quan-tri/he-thong").toString());
        page.locator("main a[href='/quan-tri/noi-nhan']").click();
        page.getByLabel("Tên", new Page.GetByLabelOptions().setExact(true)).fill(NAME);
        page.locator("#don-vi").fill("01393");
        page.locator("#dia-chi").fill("http://loa.example.vn/nhan");
        page.locator("button[value=them]").click();
        says(page, "alert", "phải bắt đầu bằng https://");
        assertThat(page.locator("#ten").inputValue())
                .as("nothing that was typed is lost")
                .isEqualTo(NAME);
        page.locator("#dia-chi").fill(receiver.address());
        page.locator("button[value=them]").click();
        var named = page.locator("th a", new Page.LocatorOptions().setHasText(NAME));
        named.waitFor();
        accessible(page);

        named.click();
        page.locator("button[value=thu]").click();
        says(page, "status", "Kết nối được");
        page.locator("button[value=gui-het]").click();
        says(page, "status", "Đang gửi");
        Until.holds(() -> portal.sql()
                        .number(
                                "select count(*) from delivery_attempt a join delivery_target t on t.id = a.target"
                                        + " where t.name = ? and a.outcome = 'ACCEPTED'",
                                NAME)
                > 0);
        page.navigate(page.url());
        assertThat(page.locator(".pill.ok", new Page.LocatorOptions().setHasText("Đã nhận"))
                        .count())
                .isPositive();
        assertThat(receiver.files().keySet())
                .anyMatch(Pattern.compile("01393/.*/lich-phat\\.json").asMatchPredicate());
        accessible(page);

        page.locator("button[value=bo]").click();
        says(page, "status", "Đã bỏ");
        page.locator("button[value=lay-lai]").click();
        says(page, "status", "Đã lấy lại");
    }

    /** Waits until it is said on the page that a press leads to. */
    private static void says(Page page, String role, String text) {
        page.locator("[role=" + role + "]", new Page.LocatorOptions().setHasText(text))
                .first()
                .waitFor();
    }

    private static void accessible(Page page) {
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        var before = page.viewportSize();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
        page.setViewportSize(before.width, before.height);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
