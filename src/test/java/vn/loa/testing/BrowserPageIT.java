package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@UsesBrowser
class BrowserPageIT {
    @Test
    void aVisitorWithAPhoneOpensThePortal(Portal portal, Page page) {
        page.navigate(portal.baseUrl());
        assertThat(page.title()).isNotEmpty();
        assertThat(page.viewportSize().width).isEqualTo(360);
    }
}
