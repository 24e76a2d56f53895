package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.SignInProvider;
import vn.loa.testing.SignInProvider.Person;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** Signing in by the provider of the province, from the link that an administrator makes to the page that was wanted. */
@UsesBrowser
class ProviderPageIT {
    @Test
    void anAdministratorLinksAColleagueWhoThenComesInWithOneClick(Portal portal, Browser browser) {
        var email = "sub-" + UUID.randomUUID() + "@caobang.example.vn";
        var administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var office = browser.newContext();
                var elsewhere = browser.newContext()) {
            administrator.enter(office);
            var page = office.newPage();
            page.navigate(
                    portal.uri("/quan-tri/nguoi-dung/" + editor.username()).toString());
            page.locator("[id$=':ai']").fill("không phải ai cả");
            page.locator("[id$=':noi']").click();
            page.getByText("Đó không phải là địa chỉ thư").waitFor();
            page.locator("[id$=':ai']").fill(email);
            page.locator("[id$=':noi']").click();
            page.getByText("Đang chờ người có địa chỉ " + email + " vào lần đầu.")
                    .waitFor();

            SignInProvider.shared().comes(Person.of("sub " + email, email));
            var colleague = elsewhere.newPage();
            colleague.navigate(portal.uri("/quan-tri/san-pham").toString());
            colleague.getByText("Đăng nhập bằng " + SignInProvider.NAME).click();
            colleague.getByText("Nhập nhiều").waitFor();
            assertThat(URI.create(colleague.url()).getPath()).isEqualTo("/quan-tri/san-pham");
            assertThat(elsewhere.cookies()).extracting(each -> each.name).containsExactly(Staff.COOKIE);

            page.reload();
            page.getByText("Đã gắn với " + email + ".").waitFor();
            page.locator("[id$=':bo-noi']").click();
            page.getByText("Đã bỏ liên kết và kết thúc mọi phiên của người này.")
                    .waitFor();
            colleague.reload();
            assertThat(URI.create(colleague.url()).getPath()).isEqualTo("/tai-khoan/dang-nhap");
        }
    }
}
