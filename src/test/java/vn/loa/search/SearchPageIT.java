package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
        var box = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.SEARCHBOX);
        box.fill("giam ngheo");
        box.press("Enter");
        untilNotLimited(page);

        assertThat(page.url()).contains("q=giam");
        assertThat(page.locator("mark").allInnerTexts())
                .anySatisfy(text -> assertThat(text).isEqualToIgnoringCase("nghèo"));
        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.SEARCHBOX).inputValue())
                .isEqualTo("giam ngheo");
    }

    @Test
    void a_slip_leads_to_what_was_meant(Page page) {
        page.navigate(portal.uri("/tim-kiem?q=giam+nghoeo").toString());
        untilNotLimited(page);
        page.getByText("giảm nghèo", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();

        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.SEARCHBOX).inputValue())
                .isEqualTo("giảm nghèo");
        assertThat(page.locator("mark").count()).isPositive();
    }

    @Test
    void a_facet_narrows_as_its_count_promised_and_can_be_taken_back(Page page) {
        page.navigate(portal.uri("/san-pham?hl=en").toString());
        untilNotLimited(page);
        page.locator("details.filters > summary").click();
        var choice = page.locator(".facets a").first();
        var promised = Integer.parseInt(choice.locator(".n").innerText());
        choice.click();
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
