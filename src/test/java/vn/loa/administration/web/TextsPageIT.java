package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** What a translator has written and not saved is there again when they come back. */
@UsesBrowser
class TextsPageIT {
    private static final String LIST = "/quan-tri/loi-van?tieng=tyz&q=menu.";

    private final Portal portal;

    TextsPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void texts_that_were_left_unsaved_are_offered_again_and_are_kept_no_longer_once_they_are_saved(Page page) {
        Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz")).enter(page.context());
        try {
            open(page, LIST);
            page.locator("textarea").first().fill("Chữ chưa lưu");
            open(page, "/quan-tri");
            open(page, LIST);
            page.locator("#giu [data-do=lay]").click();
            assertThat(page.locator("textarea").first().inputValue()).isEqualTo("Chữ chưa lưu");

            page.locator("button[value=luu]").click();
            page.getByText("Đã lưu 1 câu.").waitFor();
            open(page, LIST);
            assertThat(page.locator("textarea").first().inputValue()).isEqualTo("Chữ chưa lưu");
            assertThat(page.locator("#giu").isVisible()).isFalse();
        } finally {
            portal.sql()
                    .execute("delete from interface_text where text = 'Chữ chưa lưu';"
                            + " update content_revision set number = number + 1");
        }
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
    }
}
