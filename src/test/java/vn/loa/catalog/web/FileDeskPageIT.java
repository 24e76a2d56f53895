package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
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
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesBrowser;

/** An editor sends the files of a product from its own page. */
@UsesBrowser
class FileDeskPageIT {
    private static final String LIST = "/quan-tri/san-pham/";
    private static final String UPLOADS = "**/quan-tri/api/uploads/*";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @TempDir
    private static Path folder;

    private final Portal portal;

    FileDeskPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void many_files_are_recognised_sent_and_followed_and_what_no_name_tells_is_asked(Page page) throws Exception {
        var slug = enter(page);
        var broken = brokenPolicies(page);

        pick(
                page,
                recording("ngan_tieng-tay", 2),
                Files.writeString(
                        folder.resolve("ngan_vi_sub.srt"), "1\n00:00:00,500 --> 00:00:01,500\nBà con chú ý\n"),
                Files.writeString(folder.resolve("hop.xyz"), "abc"));

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Phụ đề · Tiếng Việt", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Tày", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Lồng tiếng");
        PlaywrightAssertions.assertThat(row(page, "hop.xyz")).containsText("Chọn loại rồi bấm Gửi");
        PlaywrightAssertions.assertThat(tracks(page)
                        .locator("li")
                        .filter(new Locator.FilterOptions().setHasText("Âm thanh · Tiếng Tày")))
                .containsText("chờ thẩm định", PATIENTLY);

        row(page, "hop.xyz").locator("[name=kind]").selectOption("document");
        row(page, "hop.xyz").locator("[data-do=start]").click();
        PlaywrightAssertions.assertThat(row(page, "hop.xyz")).containsText("hãy xuất sang PDF rồi gửi", PATIENTLY);
        row(page, "hop.xyz").locator("[data-do=drop]").click();
        PlaywrightAssertions.assertThat(row(page, "hop.xyz")).hasCount(0);
        assertThat(broken).isEmpty();
        assertThat(page.locator("[data-desk]").getAttribute("data-slug")).isEqualTo(slug);
    }

    @Test
    void what_broke_off_goes_on_where_the_portal_has_it_after_the_page_was_closed(Page page) throws Exception {
        var slug = enter(page);
        var file = recording("dai.hmn", 30);
        List<String> offsets = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(request.headers().get("upload-offset"));
            }
        });
        page.route(UPLOADS, route -> {
            if (!"0".equals(route.request().headers().getOrDefault("upload-offset", "0"))) {
                route.abort();
            } else {
                route.resume();
            }
        });
        pick(page, file);
        PlaywrightAssertions.assertThat(row(page, "dai.hmn.wav")).containsText("Mất kết nối", PATIENTLY);
        row(page, "dai.hmn.wav").locator("[name=role]").selectOption("original");
        row(page, "dai.hmn.wav").locator("[data-do=pause]").click();
        PlaywrightAssertions.assertThat(row(page, "dai.hmn.wav")).containsText("Đã tạm dừng ở ");

        page.unroute(UPLOADS);
        offsets.clear();
        page.navigate(portal.uri(LIST + slug).toString());
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        PlaywrightAssertions.assertThat(row(page, "dai.hmn.wav")).containsText("Chọn lại đúng tệp này", PATIENTLY);
        assertThat(row(page, "dai.hmn.wav").locator("[name=role]").inputValue()).isEqualTo("original");
        row(page, "dai.hmn.wav").locator("input[type=file]").setInputFiles(file);

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Mông", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Bản gốc");
        assertThat(offsets.get(0)).isEqualTo("1048576");
        assertThat(offsets).doesNotContain("0");
    }

    @Test
    void a_wrong_choice_is_told_and_put_right_without_sending_the_file_again(Page page) throws Exception {
        enter(page);
        List<String> uploads = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/uploads")) {
                uploads.add(request.url());
            }
        });

        pick(page, Files.copy(recording("tiengnoi", 1), folder.resolve("sai.vi.mp4")));
        PlaywrightAssertions.assertThat(row(page, "sai.vi.mp4")).containsText("Đây là tệp âm thanh", PATIENTLY);
        PlaywrightAssertions.assertThat(row(page, "sai.vi.mp4").locator("[name=kind]"))
                .isHidden();
        row(page, "sai.vi.mp4").locator("[data-do=fix]").click();
        row(page, "sai.vi.mp4").locator("[name=kind]").selectOption("audio");
        row(page, "sai.vi.mp4").locator("[data-do=start]").click();

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Việt", PATIENTLY);
        assertThat(uploads).hasSize(1);
    }

    @Test
    void what_was_refused_for_good_is_sent_again_when_somebody_wants_it_and_not_before(Page page) throws Exception {
        var slug = enter(page);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/tracks")) {
                sent.add(request.url());
            }
        });
        pick(page, Files.copy(recording("tiengnoi", 1), folder.resolve("nham.vi.mp4")));
        PlaywrightAssertions.assertThat(row(page, "nham.vi.mp4")).containsText("Đây là tệp âm thanh", PATIENTLY);

        for (var turn = 0; turn < 2; turn++) {
            page.navigate(portal.uri(LIST + slug + "/tep").toString());
            PlaywrightAssertions.assertThat(row(page, "nham.vi.mp4")).containsText("Đây là tệp âm thanh", PATIENTLY);
        }
        assertThat(sent).hasSize(1);
        PlaywrightAssertions.assertThat(row(page, "nham.vi.mp4").locator("[name=kind]"))
                .isHidden();
        row(page, "nham.vi.mp4").locator("[data-do=fix]").click();
        row(page, "nham.vi.mp4").locator("[name=kind]").selectOption("audio");
        row(page, "nham.vi.mp4").locator("[data-do=start]").click();
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Việt", PATIENTLY);
    }

    @Test
    void what_is_no_file_of_ours_stays_refused_with_its_reason_on_every_machine_and_can_only_be_left_out(Page page)
            throws Exception {
        var slug = enter(page);
        Drafts.addFilm(portal, slug, "vi");
        page.reload();
        var program = new byte[4096];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, program, 0, 7);
        pick(page, Files.write(folder.resolve("x.vi.mp4"), program));
        var row = row(page, "x.vi.mp4");
        PlaywrightAssertions.assertThat(row.locator(".alert")).isVisible();
        var reason = row.locator(".alert").textContent();

        for (var turn = 0; turn < 2; turn++) {
            PlaywrightAssertions.assertThat(row.locator(".alert")).hasText(reason);
            PlaywrightAssertions.assertThat(row.locator("[data-do=drop]")).isVisible();
            PlaywrightAssertions.assertThat(row.locator("[data-do=start]")).isHidden();
            PlaywrightAssertions.assertThat(row.locator("[data-do=fix]")).isHidden();
            PlaywrightAssertions.assertThat(row.locator("[name=replaces]")).isHidden();
            page.evaluate("localStorage.clear()");
            page.navigate(portal.uri(LIST + slug + "/tep").toString());
        }
        row.locator("[data-do=drop]").click();
        PlaywrightAssertions.assertThat(row).hasCount(0);
    }

    @Test
    void a_file_in_place_of_another_whose_name_says_another_language_waits_for_an_answer(Page page) throws Exception {
        var slug = enter(page);
        var old = Drafts.addTrack(portal, slug, "tyz");
        page.reload();

        tracks(page).locator("[data-replace='" + old + "']").setInputFiles(recording("A-tieng.hmn", 1));

        PlaywrightAssertions.assertThat(row(page, "A-tieng.hmn.wav"))
                .containsText("Tên tệp nói Tiếng Mông, còn bạn đang gửi cho bản Tiếng Tày");
        row(page, "A-tieng.hmn.wav").locator("[data-do=start]").click();
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Bản này sẽ thay bản đang có", PATIENTLY);
    }

    @Test
    void only_what_was_sent_for_this_product_waits_on_its_page(Page page) throws Exception {
        var editor = editor();
        var slug = Drafts.start(editor);
        var elsewhere = Drafts.start(editor);
        new TusClient(portal, editor).announce("tu-chuong-trinh.wav", 100);
        cookie(page, editor);
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        pick(page, recording("cua-day", 1));
        PlaywrightAssertions.assertThat(row(page, "cua-day.wav"))
                .containsText("Xem lại ngôn ngữ và vai trò rồi bấm Gửi", PATIENTLY);
        page.route(UPLOADS, route -> {
            if (route.request().method().equals("PATCH")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        row(page, "cua-day.wav").locator("[data-do=start]").click();
        PlaywrightAssertions.assertThat(row(page, "cua-day.wav")).containsText("Mất kết nối", PATIENTLY);

        page.evaluate("localStorage.clear()");
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        PlaywrightAssertions.assertThat(row(page, "cua-day.wav")).containsText("Chọn lại đúng tệp này", PATIENTLY);
        assertThat(page.locator("[data-going] li").count()).isEqualTo(1);

        page.navigate(portal.uri(LIST + elsewhere + "/tep").toString());
        PlaywrightAssertions.assertThat(page.locator("[data-desk]")).isVisible();
        page.waitForResponse(answer -> answer.url().contains("/uploads?"), page::reload);
        assertThat(page.locator("[data-going] li").count()).isZero();
    }

    @Test
    void what_waits_for_somebody_to_press_is_asked_for_by_its_name_after_the_page_was_loaded_anew(Page page)
            throws Exception {
        enter(page);
        pick(page, recording("cho", 1));
        PlaywrightAssertions.assertThat(row(page, "cho.wav").locator("[data-do=start]"))
                .isVisible();
        row(page, "cho.wav").locator("[name=language]").selectOption("hmn");
        page.reload();

        PlaywrightAssertions.assertThat(row(page, "cho.wav")).containsText("chọn lại đúng tệp ấy");
        row(page, "cho.wav").locator("input[type=file]").setInputFiles(folder.resolve("cho.wav"));
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Mông", PATIENTLY);
        page.reload();
        PlaywrightAssertions.assertThat(row(page, "cho.wav")).hasCount(0);
    }

    @Test
    void several_whose_names_do_not_say_what_they_are_are_looked_at_and_sent_at_once(Page page) throws Exception {
        enter(page);
        pick(page, recording("mot", 1), recording("hai", 1), Files.writeString(folder.resolve("rong.vi.srt"), ""));
        PlaywrightAssertions.assertThat(row(page, "rong.vi.srt")).containsText("Tệp rỗng");
        PlaywrightAssertions.assertThat(row(page, "rong.vi.srt").locator("[data-do=start]"))
                .isHidden();
        row(page, "hai.wav").locator("[name=language]").selectOption("hmn");
        page.locator("[data-many] button").click();

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Việt", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Mông", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("hai.wav");
        PlaywrightAssertions.assertThat(page.locator("[data-many]")).isHidden();
    }

    @Test
    void what_a_file_was_taken_for_is_put_right_on_its_page(Page page) {
        var slug = enter(page);
        var track = Drafts.addTrack(portal, slug, "vi");
        page.reload();
        page.locator("#tep-" + track + " summary:text('Sửa loại, ngôn ngữ, vai trò')")
                .click();
        page.locator("#tep-" + track + " [name=tieng]").selectOption("hmn");
        page.locator("#tep-" + track + " [name=vai]").selectOption("dub");
        page.locator("#tep-" + track + " [value=sua-ban]").click();

        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Đã sửa.");
        PlaywrightAssertions.assertThat(page.locator("#tep-" + track)).containsText("Âm thanh · Tiếng Mông");
        PlaywrightAssertions.assertThat(page.locator("#tep-" + track)).containsText("Lồng tiếng");
    }

    @Test
    void what_there_is_no_room_for_is_refused_in_plain_words_before_a_byte_is_sent(Page page) throws Exception {
        enter(page);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                sent.add(request.url());
            }
        });
        page.route("**/quan-tri/api/uploads", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(507)
                        .setContentType("application/problem+json")
                        .setBody("{\"explanation\":{\"vi\":\"Bạn đang có quá nhiều tệp chờ xử lý.\"}}"));
            } else {
                route.resume();
            }
        });

        pick(page, recording("day.vi", 1));

        PlaywrightAssertions.assertThat(row(page, "day.vi.wav"))
                .containsText("Bạn đang có quá nhiều tệp chờ xử lý.", PATIENTLY);
        row(page, "day.vi.wav").locator("[data-do=fix]").click();
        PlaywrightAssertions.assertThat(row(page, "day.vi.wav").locator("[data-do=start]"))
                .isVisible();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_file_of_what_is_there_already_is_offered_to_take_its_place(Page page) throws Exception {
        var slug = enter(page);
        var old = Drafts.addTrack(portal, slug, "vi");
        page.reload();

        pick(page, recording("moi.vi", 1));

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Bản này sẽ thay bản đang có", PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("#tep-" + old)).containsText("chờ thẩm định");
    }

    @Test
    void a_document_is_sent_anew_in_place_of_the_one_that_is_there(Page page) throws Exception {
        enter(page);
        pick(page, Files.write(folder.resolve("to-roi.vi.pdf"), Pdf.of("tờ rơi")));
        PlaywrightAssertions.assertThat(tracks(page)).containsText("Tài liệu · Tiếng Việt", PATIENTLY);
        PlaywrightAssertions.assertThat(tracks(page)).containsText("chờ thẩm định", PATIENTLY);

        tracks(page)
                .locator("[data-replace]")
                .setInputFiles(Files.write(folder.resolve("to-roi-moi.pdf"), Pdf.of("tờ rơi mới")));

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Bản này sẽ thay bản đang có", PATIENTLY);
    }

    @Test
    void who_is_signed_out_in_between_signs_in_again_and_goes_on(Page page) throws Exception {
        var editor = editor();
        var slug = Drafts.start(editor);
        cookie(page, editor);
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        page.context().clearCookies();

        pick(page, recording("het-phien.vi", 1));
        page.locator("[data-out]").waitFor();
        cookie(page, editor);
        page.locator("[data-do=on]").click();

        PlaywrightAssertions.assertThat(tracks(page)).containsText("Âm thanh · Tiếng Việt", PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator("[data-out]")).isHidden();
    }

    @Test
    void axe_finds_nothing_and_nothing_goes_sideways_also_without_a_script(Page page) throws Exception {
        var broken = brokenPolicies(page);
        var slug = enter(page);
        Drafts.addTrack(portal, slug, "hmn");
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        pick(page, Files.writeString(folder.resolve("la.xyz"), "abc"));
        row(page, "la.xyz").locator("[data-do=start]").waitFor();
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");

        assertThat(new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList()))
                .isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
        assertThat(broken).isEmpty();
        assertThat(portal.get(LIST + slug + "/tep", "Cookie", editor().cookie()).body())
                .contains("Gửi tệp cần JavaScript");
    }

    private static List<String> brokenPolicies(Page page) {
        List<String> broken = Collections.synchronizedList(new ArrayList<>());
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                broken.add(message.text());
            }
        });
        return broken;
    }

    private Staff editor() {
        return Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    /** Opens the files of a new product. */
    private String enter(Page page) {
        var editor = editor();
        var slug = Drafts.start(editor);
        cookie(page, editor);
        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        return slug;
    }

    private void cookie(Page page, Staff staff) {
        staff.enter(page.context());
    }

    private static Locator tracks(Page page) {
        return page.locator("#cac-tep");
    }

    private static Locator row(Page page, String name) {
        return page.locator("[data-going] li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void pick(Page page, Path... files) {
        page.locator("[data-pick]").setInputFiles(files);
    }

    private static Path recording(String name, int seconds) throws Exception {
        return UploadedFilm.made(
                folder.resolve(name + ".wav"), "-f lavfi -i sine=f=440:d=" + seconds + " -ar 48000 -ac 2");
    }
}
