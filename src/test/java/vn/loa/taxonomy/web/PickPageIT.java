package vn.loa.taxonomy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** A unit or an agency is picked in a field by its name. */
@UsesBrowser
class PickPageIT {
    private static final String OPTIONS = ".suggest:not([hidden]) [role=option]";

    private final Portal portal;

    PickPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_unit_is_picked_by_keyboard_from_names_that_are_typed_without_marks(Page page) {
        var field = open(page, "/quan-tri/mo-tai-khoan", "nguoi:dia-ban");
        page.keyboard().type("tan yen");
        page.locator(OPTIONS).first().waitFor();
        assertThat(new AxeBuilder(page)
                        .include("main")
                        .include(".suggest:not([hidden])")
                        .analyze()
                        .getViolations())
                .isEmpty();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(field.inputValue()).isEqualTo("Xã Tân Yên, tỉnh Bắc Ninh");
        assertThat(page.locator(OPTIONS).count()).isZero();
        assertThat(page.url()).endsWith("/quan-tri/mo-tai-khoan");
    }

    @Test
    void an_agency_is_picked_with_the_mouse_and_the_field_says_what_it_does_not_understand(Page page) {
        var field = open(page, "/quan-tri/kenh", "co-quan");
        page.keyboard().type("van hoa the thao");
        page.locator(OPTIONS + ":text('Sở Văn hóa')").first().click();
        assertThat(field.inputValue()).startsWith("Sở Văn hóa, Thể thao và Du lịch");

        page.locator("#vi").fill("Kênh thử chọn cơ quan");
        page.locator("#trang").fill("https://kenh.example/chon");
        field.fill("Sở Không Đâu");
        page.locator("button[value=them]").click();
        page.locator("#co-quan-khong-ro:text('không có cơ quan nào tên')").waitFor();
        assertThat(page.locator("#co-quan").inputValue()).isEqualTo("Sở Không Đâu");
    }

    private Locator open(Page page, String path, String id) {
        Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).enter(page.context());
        page.navigate(portal.uri(path).toString());
        var field = page.locator("[id='" + id + "']");
        field.focus();
        page.locator("[id='" + id + "'][role=combobox]").waitFor();
        return field;
    }
}
