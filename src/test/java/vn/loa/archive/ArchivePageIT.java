package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.accounts.Role;
import vn.loa.common.Csv;
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** What an editor does who brings an archive in. */
@UsesBrowser
class ArchivePageIT {
    @TempDir
    private Path folder;

    @Test
    void anEditorSendsAnArchiveSeesWhatIsWrongBringsItInAndFindsTheDraft(Portal portal, Browser browser)
            throws Exception {
        var title = "Gói " + UUID.randomUUID().toString().substring(0, 8);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var office = browser.newContext()) {
            editor.enter(office);
            var page = office.newPage();
            page.navigate(portal.uri("/quan-tri/san-pham").toString());
            page.getByText("Nhập nhiều").click();
            assertSound(page);
            page.locator("#tep-goi").setInputFiles(archive(title));
            page.locator("#goi button").click();

            page.getByText("Nhập 1 dòng").waitFor();
            assertThat(page.locator("main").textContent())
                    .contains("Dòng 3")
                    .contains("không có thể loại “phim truyền kỳ”");
            assertSound(page);
            assertThat(page.locator("[aria-labelledby=cac-dong]").textContent()).contains("Sản phẩm mới", title);
            page.getByText("Nhập 1 dòng").click();
            page.getByText("Đã nhập xong").waitFor();
            assertThat(page.getByText("Tải báo cáo (CSV)").count()).isEqualTo(1);
            page.locator("main a").getByText(title).click();
            assertThat(page.locator("h1").textContent()).contains(title);

            page.navigate(portal.uri("/quan-tri/san-pham?cua=toi").toString());
            assertThat(page.locator("main").textContent()).contains(title);
            var given = page.waitForDownload(() -> page.getByText("Excel", new Page.GetByTextOptions().setExact(true))
                    .click());
            assertThat(given.suggestedFilename()).endsWith(".xlsx");
        }
    }

    @Test
    void aLongReportIsReadWithoutABoxThatHidesAPartOfIt(Portal portal, Browser browser) throws Exception {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var file = folder.resolve("kho.csv");
        var lines = new StringBuilder(Csv.row("Khóa", "Thể loại", "Năm", "Tiêu đề (vi)"));
        for (var line = 1; line <= 40; line++) {
            lines.append(Csv.row("sai-" + line, "phim truyền kỳ", "hai nghìn", ""));
        }
        Files.writeString(file, lines);
        try (var office = browser.newContext()) {
            editor.enter(office);
            var page = office.newPage();
            page.navigate(portal.uri("/quan-tri/nhap-nhieu").toString());
            page.locator("#tep-goi").setInputFiles(file);
            page.locator("#goi button").click();
            page.getByText("Dòng 41").waitFor();

            assertThat((Boolean) page.evaluate(
                            "(list => list.scrollHeight <= list.clientHeight)(document.querySelector('.faults'))"))
                    .isTrue();
            assertSound(page);
        }
    }

    @Test
    void anArchiveIsNotSentInTheNameOfSomebodyElseWhoHasSignedInSince(Portal portal, Browser browser) throws Exception {
        var one = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var office = browser.newContext()) {
            one.enter(office);
            var page = office.newPage();
            page.navigate(portal.uri("/quan-tri/nhap-nhieu").toString());
            other.enter(office);
            page.locator("#tep-goi").setInputFiles(archive("Gói của người khác"));
            page.locator("#goi button").click();

            var told = page.locator("#goi").getAttribute("data-signed-out");
            page.getByText(told).first().waitFor();
            assertThat(portal.sql()
                            .number(
                                    "select count(*) from upload where owner in (?, ?)",
                                    one.username(),
                                    other.username()))
                    .isZero();
        }
    }

    @Test
    void aPageThatCannotBeGivenAGoodTokenSaysSoAfterTheSecondTime(Portal portal, Browser browser) throws Exception {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var office = browser.newContext()) {
            editor.enter(office);
            var page = office.newPage();
            page.navigate(portal.uri("/quan-tri/nhap-nhieu").toString());
            var asked = new AtomicInteger();
            page.route("**/uploads", route -> {
                asked.incrementAndGet();
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setHeaders(Map.of("X-Form-Token", "stale"))
                        .setBody("{\"detail\":\"Mã của trang không còn dùng được.\"}"));
            });
            page.locator("#tep-goi").setInputFiles(archive("Gói không gửi được"));
            page.locator("#goi button").click();

            page.getByText("Mã của trang không còn dùng được.").waitFor();
            assertThat(asked).hasValue(2);
            assertThat(page.locator("#goi button").isEnabled()).isTrue();
        }
    }

    private static void assertSound(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    private Path archive(String title) throws IOException {
        var file = folder.resolve("kho.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bang.csv"));
            zip.write((Csv.row("Khóa", "Thể loại", "Năm", "Tiêu đề (vi)", "Địa bàn", "Tệp")
                            + Csv.row(title, "tin-bai", "2025", title, "04", "a.pdf")
                            + Csv.row(title + " 2", "phim truyền kỳ", "2025", title, "04", ""))
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("a.pdf"));
            zip.write(Pdf.of(title));
            zip.closeEntry();
        }
        return file;
    }
}
