package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesBrowser;

/** An editor sends a file by hand. */
@UsesBrowser
class SendPageIT {
    private static final String PAGE = "/quan-tri/gui-tep";
    private static final String SENT = "Đã gửi xong";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @TempDir
    private static Path folder;

    private final Portal portal;

    SendPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_recording_is_sent_and_followed_until_it_waits_for_review(Page page) throws Exception {
        var slug = draft();
        open(page, slug);

        choose(page, recording("ngan", 2));
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText(SENT, PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-tracks]")).containsText("chờ thẩm định", PATIENTLY);
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void what_broke_off_goes_on_after_the_page_was_loaded_anew(Page page) throws Exception {
        var slug = draft();
        var file = recording("dai", 60);
        List<String> offsets = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(request.headers().get("upload-offset"));
            }
        });
        open(page, slug);
        page.route("**/api/v1/uploads/*", route -> {
            if (!"0".equals(route.request().headers().getOrDefault("upload-offset", "0"))) {
                route.abort();
            } else {
                route.resume();
            }
        });
        choose(page, file);
        page.locator("[data-new] button").click();
        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText("tự thử lại", PATIENTLY);
        page.locator("[data-do=pause]").click();
        assertThat(page.locator("[data-said]").textContent()).contains("Đã tạm dừng");

        page.unroute("**/api/v1/uploads/*");
        offsets.clear();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("[data-resume]")).containsText("dai.wav", PATIENTLY);
        choose(page, file);
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText(SENT, PATIENTLY);
        assertThat(offsets).containsExactly("8388608");
    }

    @Test
    void a_wrong_password_and_an_unknown_product_are_told(Page page) {
        page.navigate(portal.uri(PAGE).toString());
        signIn(page, "sai");
        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("không đúng", PATIENTLY);

        signIn(page, "loa-mau-2025");
        page.locator("[name=slug]").fill("khong-co");
        page.locator("[data-open] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("Không có sản phẩm", PATIENTLY);
    }

    @Test
    void what_the_portal_refuses_is_told_in_its_words_and_put_right_without_sending_the_file_again(Page page)
            throws Exception {
        var slug = draft();
        List<String> uploads = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/uploads")) {
                uploads.add(request.url());
            }
        });
        open(page, slug);
        page.locator("[name=kind]").selectOption("video");

        choose(page, Files.copy(recording("sai", 1), folder.resolve("sai.mp4")));
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-error]"))
                .containsText("sai.mp4: Đây là tệp âm thanh, không dùng được cho mục này. Phim nhận", PATIENTLY);

        page.locator("[name=kind]").selectOption("audio");
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText(SENT, PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-error]")).isHidden();
        PlaywrightAssertions.assertThat(page.locator("[data-tracks] li")).hasCount(1);
        assertThat(uploads).hasSize(1);
    }

    @Test
    void what_its_name_says_will_be_refused_is_not_sent_at_once_and_what_is_taken_is_told(Page page) throws Exception {
        List<String> uploads = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.url().endsWith("/uploads")) {
                uploads.add(request.url());
            }
        });
        open(page, draft());
        page.locator("[name=kind]").selectOption("video");
        PlaywrightAssertions.assertThat(page.locator("#gui-dinh-dang")).containsText("Phim nhận các loại MP4");
        assertThat(page.locator("[name=file]").getAttribute("accept")).contains(".mp4", ".mkv");

        choose(page, Files.writeString(folder.resolve("hop.wmv"), "0&²u"));
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("hop.wmv", PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("MP4");
        assertThat(uploads).isEmpty();
    }

    @Test
    void a_good_file_with_an_ending_that_nobody_knows_is_sent_to_who_insists(Page page) throws Exception {
        open(page, draft());

        choose(page, Files.copy(recording("la", 1), folder.resolve("la.wave")));
        page.locator("[data-new] button").click();
        PlaywrightAssertions.assertThat(page.locator("[data-error]")).containsText("bấm nút gửi lần nữa", PATIENTLY);
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-said]")).containsText(SENT, PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-error]")).isHidden();
    }

    @Test
    void what_was_left_out_of_subtitles_is_told(Page page) throws Exception {
        open(page, draft());
        page.locator("[name=kind]").selectOption("subtitle");

        choose(
                page,
                Files.writeString(
                        folder.resolve("nguoc.srt"),
                        "1\n00:00:01,000 --> 00:00:04,000\nBà con\n\n2\n00:00:09,000 --> 00:00:05,000\nNgược\n"));
        page.locator("[data-new] button").click();

        PlaywrightAssertions.assertThat(page.locator("[data-tracks] details"))
                .containsText("câu kết thúc trước khi bắt đầu; đã bỏ câu này", PATIENTLY);
    }

    /** What cannot be brought about here, because the encoders of the portal work, is put into the portal's answer. */
    @Test
    void a_track_that_can_be_tried_again_has_a_button_for_that(Page page) throws Exception {
        open(page, draft());
        choose(page, recording("hong", 1));
        page.locator("[data-new] button").click();
        PlaywrightAssertions.assertThat(page.locator("[data-tracks]")).containsText("chờ thẩm định", PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-tracks] button")).hasCount(0);

        page.route("**/api/v1/products/*/tracks/*", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text()
                            .replace(
                                    "\"state\":\"ready\"",
                                    "\"state\":\"rejected\",\"reason\":\"crashed\",\"retry\":true")));
        });
        page.locator("[data-open] button").click();
        page.waitForRequest(
                request -> request.method().equals("POST") && request.url().endsWith("/processing"),
                () -> page.locator("[data-tracks] button").click());

        PlaywrightAssertions.assertThat(page.locator("[data-error]")).isHidden();
        page.unroute("**/api/v1/products/*/tracks/*");
    }

    private String draft() {
        return Drafts.start(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
    }

    private void open(Page page, String slug) {
        page.navigate(portal.uri(PAGE + "?san-pham=" + slug).toString());
        signIn(page, "loa-mau-2025");
        page.locator("[data-product]").waitFor();
    }

    private static void signIn(Page page, String password) {
        page.locator("[name=username]").fill("bientap");
        page.locator("[name=password]").fill(password);
        page.locator("[data-sign-in] button").click();
    }

    private static void choose(Page page, Path file) {
        page.locator("[name=file]").setInputFiles(file);
    }

    private static Path recording(String name, int seconds) throws Exception {
        return UploadedFilm.made(
                folder.resolve(name + ".wav"), "-f lavfi -i sine=f=440:d=" + seconds + " -ar 48000 -ac 2");
    }
}
