package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

@UsesBrowser
class SearchPageIT {
    private final Portal portal;

    SearchPageIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    @Test
    void words_without_diacritics_find_marked_passages(Page page) {
        page.navigate(portal.uri("/tim-kiem").toString());
        var box = field(page);
        box.fill("giam ngheo");
        box.press("Enter");
        untilNotLimited(page);

        assertThat(page.url()).contains("q=giam");
        assertThat(page.locator("mark").allInnerTexts())
                .anySatisfy(text -> assertThat(text).isEqualToIgnoringCase("nghèo"));
        assertThat(field(page).inputValue()).isEqualTo("giam ngheo");
    }

    @Test
    void a_slip_leads_to_what_was_meant(Page page) {
        page.navigate(portal.uri("/tim-kiem?q=giam+nghoeo").toString());
        untilNotLimited(page);
        page.getByText("giảm nghèo", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();

        assertThat(field(page).inputValue()).isEqualTo("giảm nghèo");
        assertThat(page.locator("mark").count()).isPositive();
    }

    @Test
    void a_facet_narrows_as_its_count_promised_and_can_be_taken_back(Page page) {
        page.navigate(portal.uri("/san-pham?hl=en").toString());
        untilNotLimited(page);
        page.locator("details.filters > summary").click();
        var choice = page.locator(".facets label").first();
        var promised = Integer.parseInt(choice.locator(".n").innerText());
        choice.click();
        assertThat(page.url()).as("nothing is fetched for a tick").doesNotContain("the-loai");
        page.locator(".facets button").click();
        page.waitForURL(url -> url.contains("the-loai"));
        untilNotLimited(page);

        assertThat(page.url()).contains("hl=en");
        assertThat(shown(page)).isEqualTo(promised);
        var chosen = page.locator(".picked a").first();
        assertThat(chosen.count()).isEqualTo(1);
        chosen.click();
        page.waitForURL(url -> !url.contains("the-loai"));
        untilNotLimited(page);
        assertThat(shown(page)).isEqualTo(IndexState.publicProducts(portal));
    }

    @Test
    void suggestions_come_while_typing_and_keys_choose_one(Page page) {
        page.navigate(portal.uri("/tim-kiem?hl=en").toString());
        assertThat(page.locator("script[src*=suggest],link[href*=suggest]").count())
                .as("before anybody types")
                .isZero();
        var box = field(page);
        box.pressSequentially("vay v");
        var options = page.getByRole(AriaRole.OPTION);
        options.first().waitFor();

        var combobox = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.COMBOBOX);
        assertThat(combobox.getAttribute("aria-expanded")).isEqualTo("true");
        // What was offered for less of it comes first.
        Until.holds(() -> options.allInnerTexts().stream().anyMatch(text -> text.contains("Work")));
        Until.holds(() -> options.first().boundingBox().height >= 48);
        assertThat(page.locator("p[role=status]").allInnerTexts().toString())
                .contains(options.count() + " suggestions");
        box.press("ArrowDown");
        assertThat(combobox.getAttribute("aria-activedescendant"))
                .isEqualTo(options.first().getAttribute("id"));
        assertThat(options.first().getAttribute("aria-selected")).isEqualTo("true");
        box.press("Escape");
        assertThat(options.count()).isZero();
        assertThat(box.inputValue()).isEqualTo("vay v");

        box.press("ArrowDown");
        options.first().waitFor();
        // Words come first, which are looked for; then what has them.
        box.press("ArrowDown");
        box.press("ArrowDown");
        box.press("Enter");
        page.waitForURL(url -> !url.contains("/tim-kiem"));
        assertThat(page.url()).contains("hl=en");
    }

    @Test
    void words_are_looked_for_when_nothing_was_chosen(Page page) {
        page.navigate(portal.uri("/tim-kiem").toString());
        field(page).pressSequentially("vay v");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        field(page).press("Enter");
        page.waitForURL(url -> url.contains("q=vay"));
    }

    @Test
    void while_an_answer_is_on_its_way_what_is_known_is_narrowed_and_the_newest_words_are_asked_after_it(Page page) {
        page.navigate(portal.uri("/tim-kiem").toString());
        var options = page.getByRole(AriaRole.OPTION);
        field(page).pressSequentially("vay");
        options.first().waitFor();
        var held = new ArrayList<Route>();
        var asked = new ArrayList<String>();
        page.route("**/api/v1/suggest?*", route -> {
            asked.add(route.request().url());
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });

        field(page).pressSequentially(" v");
        // While it waits so, the browser tells of what it wants to ask.
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(options.allInnerTexts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsIgnoringCase("v"));
        field(page).pressSequentially("on");
        held.get(0).resume();

        page.waitForCondition(() -> asked.get(asked.size() - 1).contains("q=vay%20von&") && options.count() > 0);
        Until.holds(() -> options.allInnerTexts().stream()
                .allMatch(text -> Folding.fold(text).contains("von")));
    }

    /** Of the page, not of its head. */
    private static Locator field(Page page) {
        return page.locator("main input[type=search]");
    }

    /** On a busy machine the search server may answer too late at first. */
    private static void untilNotLimited(Page page) {
        Until.holds(() -> {
            var limited = page.locator(".alert strong").count() > 0;
            if (limited) {
                page.reload();
            }
            return !limited;
        });
    }

    /** The number in the heading of the list. */
    private static int shown(Page page) {
        Locator count = page.locator(".head .soft").first();
        return Integer.parseInt(count.innerText().replaceAll("\\D", ""));
    }
}
