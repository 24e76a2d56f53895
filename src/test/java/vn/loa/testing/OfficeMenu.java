package vn.loa.testing;

import com.microsoft.playwright.Page;

/** The menu of the back office, which a telephone shows folded. */
public final class OfficeMenu {
    private OfficeMenu() {}

    /** Unfolds it where it is folded, as people do. */
    public static void unfold(Page page) {
        var folded = page.locator(".top > .fold:not([open]) > summary");
        if (folded.count() > 0) {
            folded.click();
        }
    }
}
