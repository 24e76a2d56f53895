package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** Editors writing subtitles beside the player. */
@UsesBrowser
class SubtitleEditPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String THREE =
            "1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n\n2\n00:00:04,000 --> 00:00:06,000\nNước sạch về bản\n\n"
                    + "3\n00:00:07,000 --> 00:00:09,000\nBà con ra lấy nước\n";

    private final Portal portal;
    private final Staff editor;

    SubtitleEditPageIT(Portal portal) {
        this.portal = portal;
        this.editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    @Test
    void an_editor_writes_splits_merges_shifts_replaces_takes_back_and_hands_in(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        open(page, editor, slug, track);
        page.setViewportSize(1280, 860);
        row(page, 1).click();
        page.locator("#chu").fill("Nước sạch đã về bản");
        page.locator("#chu").evaluate("field => field.setSelectionRange(9, 9)");
        page.keyboard().press("Alt+s");
        assertThat(texts(page)).containsExactly("Bà con chú ý", "Nước sạch", "đã về bản", "Bà con ra lấy nước");
        page.keyboard().press("Control+z");
        assertThat(texts(page)).containsExactly("Bà con chú ý", "Nước sạch đã về bản", "Bà con ra lấy nước");
        page.keyboard().press("Control+y");
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("Alt+m");
        assertThat(texts(page)).containsExactly("Bà con chú ý", "Nước sạch đã về bản", "Bà con ra lấy nước");

        page.locator("summary:text('Tìm và thay')").click();
        page.locator("#tim").fill("ba con");
        page.locator("#thay").fill("Đồng bào");
        page.locator("[data-do='thay-het']").click();
        assertThat(told(page)).isEqualTo("Không câu nào có chữ ấy.");
        page.locator("#dung-dau").uncheck();
        page.locator("[data-do='thay-het']").click();
        assertThat(texts(page)).containsExactly("Đồng bào chú ý", "Nước sạch đã về bản", "Đồng bào ra lấy nước");

        page.locator("summary:text('Dời giờ')").click();
        page.locator("#doi-giay").fill("-1,5");
        page.locator("[data-do='doi']").click();
        assertThat(told(page)).startsWith("Chưa dời");
        page.locator("#doi-giay").fill("0,5");
        page.locator("[data-do='doi']").click();
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        var saved = Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug + "/tracks/" + track + "/cues"));
        assertThat(saved.getBoolean("handedIn")).isFalse();
        assertThat(saved.getJsonArray("cues").getValuesAs(JsonObject.class))
                .extracting(cue -> cue.getInt("start"))
                .containsExactly(1500, 4500, 7500);

        page.locator("[data-do=nop]").click();
        Until.holds(() -> status(page).startsWith("Đã gửi thẩm định"));
        assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug + "/tracks/" + track + "/cues"))
                        .getBoolean("handedIn"))
                .isTrue();
    }

    @Test
    void keys_time_a_cue_while_it_plays_and_a_file_replaces_cues_after_showing_what_changes(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        open(page, editor, slug, subtitles(slug));
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("document.querySelector('audio').readyState > 0")));
        row(page, 0).click();
        page.evaluate("document.querySelector('audio').currentTime = 1.5");
        page.keyboard().press("Alt+[");
        page.evaluate("document.querySelector('audio').currentTime = 2.5");
        page.keyboard().press("Alt+.");
        assertThat(page.locator("#cac-cau .time").first().textContent()).isEqualTo("0:01.500 – 0:02.500");
        assertThat(page.locator("#chu").inputValue()).as("on to the next").isEqualTo("Nước sạch về bản");
        page.keyboard().press("Alt+p");
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("!document.querySelector('audio').paused")));
        page.keyboard().press("Alt+p");
        assertThat((boolean) page.evaluate("document.querySelector('audio').paused"))
                .isTrue();

        page.locator("summary:text('Nhập tệp')").click();
        page.locator("#tep")
                .setInputFiles(new FilePayload(
                        "moi.srt",
                        "text/plain",
                        "1\n00:00:01,500 --> 00:00:02,500\nBà con chú ý\n\n2\n00:00:05,000 --> 00:00:06,000\nMới\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("#so-sanh[open]").waitFor();
        assertThat(page.locator("#so-khac").textContent())
                .contains("Nước sạch về bản", "Mới", "Bà con ra lấy nước")
                .doesNotContain("Bà con chú ý");
        page.locator("#so-sanh [value=lay]").click();
        Until.holds(() -> texts(page).equals(List.of("Bà con chú ý", "Mới")));
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        page.locator("summary:text('Các bản đã lưu')").click();
        page.locator("#cac-ban-luu button").last().click();
        page.locator("#so-sanh [value=lay]").click();
        Until.holds(() -> texts(page).equals(List.of("Bà con chú ý", "Nước sạch về bản", "Bà con ra lấy nước")));
        page.locator("#cac-ban-luu button").first().click();
        page.locator("#so-sanh[open]").waitFor();
        page.keyboard().press("Escape");
        page.locator("#so-sanh:not([open])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(texts(page)).as("left").containsExactly("Bà con chú ý", "Nước sạch về bản", "Bà con ra lấy nước");
    }

    @Test
    void what_the_browser_kept_stays_until_somebody_decides_and_is_met_by_what_was_written_since(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        open(page, editor, slug, track);
        page.evaluate("async () => { const { kept, service, name } = document.getElementById('soan').dataset;"
                + " const base = (await (await fetch(service + name)).json()).cues;"
                + " localStorage.setItem(kept + ':truoc', JSON.stringify({ at: Date.now() - 60000, revision: 0, base,"
                + " cues: base.map((cue, i) => i ? cue : { ...cue, text: 'Còn giữ' }) })); }");
        open(page, editor, slug, track);
        page.locator("#giu:not([hidden])").waitFor();
        open(page, editor, slug, track);
        page.locator("#giu:not([hidden])").waitFor();
        row(page, 1).click();
        page.locator("#chu").fill("Viết thêm");
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        open(page, editor, slug, track);
        row(page, 2).click();
        page.locator("#giu [data-do=lay]").click();

        Until.holds(() -> texts(page).equals(List.of("Còn giữ", "Viết thêm", "Bà con ra lấy nước")));
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        assertThat(page.locator("#giu").isHidden()).isTrue();
        assertThat(page.locator("[data-do=hoan]").isDisabled())
                .as("what others wrote is not theirs to take back")
                .isTrue();
        open(page, editor, slug, track);
        assertThat(page.locator("#giu").isHidden()).isTrue();
    }

    @Test
    void each_time_that_somebody_saves_by_hand_is_a_version_of_its_own(Page page) {
        var slug = Drafts.start(editor);
        open(page, editor, slug, subtitles(slug));
        row(page, 0).click();
        page.locator("#chu").fill("Lần một");
        page.keyboard().press("Control+s");
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        page.locator("#chu").fill("Lần hai");
        Until.holds(() -> saved(page, 3).contains("Lần hai"));
        page.keyboard().press("Control+s");
        Until.holds(() -> saved(page, 0).contains("bấm lưu"));
        page.locator("#chu").fill("Lần ba");
        Until.holds(() -> saved(page, 4).contains("Lần ba"));

        page.locator("summary:text('Các bản đã lưu')").click();
        Until.holds(() -> page.locator("#cac-ban-luu li").count() == 4);
        assertThat(page.locator("#cac-ban-luu .meta").allTextContents())
                .extracting(line -> line.replaceAll(".* · ", ""))
                .containsExactly("soạn", "bấm lưu", "bấm lưu", "như trước khi soạn ở đây");
    }

    /** @param revision what it says; 0 for the list of all */
    private static String saved(Page page, int revision) {
        return (String) page.evaluate(
                "async revision => { const { service, name } ="
                        + " document.getElementById('soan').dataset; return await (await fetch(service + name + '/ban'"
                        + " + (revision ? '/' + revision : ''))).text(); }",
                revision);
    }

    @Test
    void warnings_stay_with_their_cues_while_others_are_split_and_merged(Page page) {
        var slug = Drafts.start(editor);
        open(page, editor, slug, subtitles(slug));
        row(page, 2).click();
        page.locator("#chu").fill("Một câu dài quá nhiều chữ cho hai giây, không ai đọc cho kịp được đâu");
        Until.holds(() -> page.locator("#cac-cau li:nth-child(3) .flag").count() == 1);
        page.route("**/quan-tri/phu-de/**", Route::abort);

        row(page, 0).click();
        page.keyboard().press("Alt+s");
        assertThat(page.locator("#cac-cau .flag").count()).isEqualTo(1);
        assertThat(page.locator("#cac-cau li:nth-child(4) .flag").count()).isEqualTo(1);
        page.keyboard().press("Control+z");
        assertThat(page.locator("#cac-cau li:nth-child(3) .flag").count()).isEqualTo(1);
        page.keyboard().press("Alt+m");
        assertThat(page.locator("#cac-cau li:nth-child(2) .flag").count()).isEqualTo(1);
        page.keyboard().press("Alt+w");
        assertThat(page.locator("#loi-cau").textContent()).doesNotContain("Câu 3");
    }

    @Test
    void nothing_is_done_before_the_cues_have_come(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        var held = new ArrayList<Route>();
        page.route("**/quan-tri/phu-de/**", held::add);
        editor.enter(page.context());
        page.navigate(
                portal.uri("/quan-tri/san-pham/" + slug + "/phu-de/" + track).toString());
        page.waitForCondition(() -> !held.isEmpty());
        page.keyboard().press("Alt+n");
        page.locator("[data-do=them]").click();
        assertThat(page.locator("#cac-cau > li").count()).isZero();
        page.unroute("**/quan-tri/phu-de/**");
        held.forEach(Route::resume);
        page.locator("#soan:not([aria-busy])").waitFor();
        assertThat(texts(page)).containsExactly("Bà con chú ý", "Nước sạch về bản", "Bà con ra lấy nước");
        assertThat((boolean) page.evaluate("document.querySelector('[data-do=hoan]').disabled"))
                .isTrue();
    }

    @Test
    void a_translator_writes_beside_the_vietnamese_cues_and_nothing_is_lost_without_a_line_or_a_sign_in(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var source = subtitles(slug);
        page.setViewportSize(1280, 860);
        open(page, editor, slug, "tyz");
        assertThat(page.locator("#canh").inputValue())
                .as("the Vietnamese words, without being asked")
                .isEqualTo(String.valueOf(source));
        page.locator("[data-do=khung]").click();
        assertThat(page.locator("#cac-cau span.src").allTextContents())
                .containsExactly("Bà con chú ý", "Nước sạch về bản", "Bà con ra lấy nước");
        assertThat(texts(page)).containsOnly("chưa có chữ").hasSize(3);
        row(page, 0).click();
        assertThat(page.locator("#goc").boundingBox().x)
                .as("on the same side as in the rows around it")
                .isLessThan(page.locator("#chu").boundingBox().x);
        page.locator("#chu").fill("Mẫu một");
        Until.holds(() -> status(page).startsWith("Đã lưu"));

        page.context().setOffline(true);
        page.locator("#chu").fill("Mẫu một, hai");
        Until.holds(() -> status(page).startsWith("Mất kết nối"));
        page.context().setOffline(false);
        Until.holds(() -> status(page).startsWith("Đã lưu"));

        page.context().clearCookies();
        page.locator("#chu").fill("Mẫu ba");
        page.locator("#het-phien[open]").waitFor();
        assertThat(page.evaluate("document.activeElement.name"))
                .as("the name stands there already")
                .isEqualTo("mat-khau");
        open(page, editor, slug, "tyz");
        page.locator("#giu [data-do=lay]").click();
        assertThat(texts(page).get(0)).isEqualTo("Mẫu ba");
        Until.holds(() -> status(page).startsWith("Đã lưu"));
        page.locator("[data-do=nop]").click();
        assertThat(told(page)).startsWith("Còn 2 trong 3 câu chưa dịch");
        assertThat(page.url()).as("nothing is handed in yet").endsWith("/tyz");
        page.locator("[data-do=nop]").click();
        Until.holds(() -> status(page).startsWith("Đã gửi thẩm định"));
        assertThat(page.url()).as("it is a track now").matches(".*/phu-de/[0-9]+");
        page.context().setOffline(true);
        page.locator("#chu").fill("Mẫu bốn");
        Until.holds(() -> status(page).startsWith("Mất kết nối"));
        assertThat((String)
                        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('loa:phu-de:')).join()"))
                .as("kept under the name that it has now")
                .contains(":" + page.url().replaceAll(".*/", "") + ":")
                .doesNotContain(":tyz:");
        page.context().setOffline(false);
        Until.holds(() -> status(page).startsWith("Đã lưu"));
    }

    @Test
    void what_would_come_after_the_end_is_not_shifted_and_what_ends_there_is_warned_of_at_once(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        open(page, editor, slug, subtitles(slug));
        var length = Double.parseDouble(page.locator("#soan").getAttribute("data-length"));
        page.locator("summary:text('Dời giờ')").click();
        page.locator("#doi-giay").fill("1e9");
        page.locator("[data-do='doi']").click();
        assertThat(told(page)).startsWith("Chưa dời: có câu sẽ bắt đầu quá cuối phim");
        assertThat(page.locator("#cac-cau .time").first().textContent()).isEqualTo("0:01.000 – 0:03.000");

        page.route("**/phu-de/**", Route::abort);
        row(page, 0).click();
        page.locator("#den").fill(String.valueOf(length / 1000 + 1));
        page.keyboard().press("Tab");
        assertThat(page.locator("#loi-cau").textContent()).contains("đã hết");
        assertThat(page.locator("#cac-cau .flag").first().isVisible()).isTrue();
    }

    @Test
    void who_only_reads_is_not_told_to_write_and_on_a_telephone_every_act_is_in_sight(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        page.setViewportSize(360, 740);
        open(page, editor, slug, track);
        row(page, 0).click();
        for (var deed : List.of("tach", "gop", "xoa")) {
            var box = page.locator("#cau [data-do=" + deed + "]").boundingBox();
            assertThat(box.x + box.width).as(deed).isLessThanOrEqualTo(360);
        }

        open(page, Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz")), slug, "tyz");
        assertThat(page.locator("#trong").textContent()).isEqualTo("Chưa có câu nào.");
    }

    @Test
    void of_two_at_once_what_one_changed_is_joined_and_of_what_both_changed_both_texts_are_shown(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        open(page, editor, slug, track);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        write(other, slug, track, "\"0\"", "Của người kia", "Nước sạch về bản", "Câu ba của người kia");
        row(page, 1).click();
        page.locator("#chu").fill("Câu hai của tôi");
        Until.holds(() -> texts(page).equals(List.of("Của người kia", "Câu hai của tôi", "Câu ba của người kia")));
        Until.holds(() -> status(page).startsWith("Đã lưu"));

        var tag = editor.get(Drafts.PRODUCTS + "/" + slug + "/tracks/" + track + "/cues")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(page.locator("#chu").inputValue())
                .as("they go on in the cue in which they were")
                .isEqualTo("Câu hai của tôi");
        assertThat(page.locator("[data-do=hoan]").isDisabled()).isTrue();
        write(other, slug, track, tag, "Của người kia", "Câu hai của họ", "Câu ba của người kia");
        page.locator("#chu").fill("Câu hai vẫn của tôi");
        page.locator("#xung-dot").waitFor();
        assertThat(page.locator("#cac-xung-dot li")).satisfies(lines -> {
            assertThat(lines.count()).isEqualTo(1);
            assertThat(lines.textContent()).contains("Câu hai vẫn của tôi", "Câu hai của họ");
        });
        page.locator("#cac-xung-dot [value=theirs]").check();
        page.locator("#xung-dot button.go").click();
        assertThat(texts(page)).containsExactly("Của người kia", "Câu hai của họ", "Câu ba của người kia");
    }

    @Test
    void who_writes_on_while_they_are_asked_which_text_it_shall_be_is_asked_again(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        open(page, editor, slug, track);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        write(other, slug, track, "\"0\"", "Nước sạch", "Câu hai của họ", "Bà con");
        row(page, 1).click();
        page.locator("#chu").fill("Câu hai của tôi");
        page.locator("#xung-dot").waitFor();
        page.locator("#cac-xung-dot [value=theirs]").check();
        page.locator("#chu").fill("Câu hai của tôi, viết thêm");
        page.locator("#xung-dot button.go").click();

        assertThat(page.locator("#xung-dot").isVisible()).isTrue();
        assertThat(page.locator("#cac-xung-dot li").textContent())
                .contains("Câu hai của tôi, viết thêm", "Câu hai của họ");
        page.locator("#cac-xung-dot [value=theirs]").check();
        page.locator("#xung-dot button.go").click();
        assertThat(page.locator("#xung-dot").isVisible()).isFalse();
        assertThat(texts(page).get(1)).isEqualTo("Câu hai của họ");
    }

    @Test
    void axe_finds_nothing_nothing_goes_sideways_and_no_policy_is_broken(Page page) {
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
        var slug = Drafts.start(all);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        var broken = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                broken.add(message.text());
            }
        });
        page.setViewportSize(1280, 860);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        open(page, all, slug, track);
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        for (var name : List.of(track, "hmn")) {
            open(page, all, slug, name);
            assertThat((int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(name + " sideways")
                    .isLessThanOrEqualTo(0);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void on_a_telephone_a_cue_is_in_sight_at_once_and_what_is_written_is_covered_by_nothing(Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug);
        page.setViewportSize(360, 640);
        open(page, editor, slug, track);

        assertThat(row(page, 0).boundingBox().y + row(page, 0).boundingBox().height)
                .as("end of the first cue")
                .isLessThan(640);
        row(page, 1).click();
        page.locator("#chu").focus();
        assertThat(page.evaluate("() => { const box = document.getElementById('chu').getBoundingClientRect();"
                        + " return [box.top + 4, box.bottom - 4].every(y => y > 0 && y < innerHeight"
                        + " && document.elementFromPoint(box.left + 20, y)?.id === 'chu'); }"))
                .isEqualTo(true);
        // The keyboard of a telephone leaves about this much.
        page.setViewportSize(360, 300);
        page.locator("#chu").scrollIntoViewIfNeeded();
        assertThat(page.evaluate("() => { const box = document.getElementById('chu').getBoundingClientRect();"
                        + " return document.elementFromPoint(box.left + 20, box.top + box.height / 2)?.id; }"))
                .isEqualTo("chu");
    }

    /** A laptop, a small desk: whatever tool is open, sound and words can be seen at once. */
    @ParameterizedTest
    @CsvSource({"1366, 650", "1280, 800"})
    void what_is_seen_and_the_waveform_stay_together_while_a_tool_is_open(int width, int height, Page page) {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "vi");
        page.setViewportSize(width, height);
        open(page, editor, slug, subtitles(slug));
        for (var tool : List.of("Tìm và thay", "Dời giờ", "Phím tắt")) {
            page.locator("summary:text('" + tool + "')").click();
            page.evaluate("document.querySelector('.bench').scrollIntoView()");
            page.evaluate("document.querySelector('.extras').scrollTop = 10000");
            var screen = page.locator(".screen").boundingBox();
            var wave = page.locator("#song").boundingBox();
            assertThat(screen.y).as(tool).isGreaterThanOrEqualTo(0);
            assertThat(wave.y).as(tool + ": below the picture").isGreaterThanOrEqualTo(screen.y + screen.height - 1);
            assertThat(wave.y + wave.height).as(tool + ": in sight").isLessThanOrEqualTo(height);
            assertThat(page.locator(".extras").boundingBox().height).as(tool).isGreaterThan(90);
            page.locator("summary:text('" + tool + "')").click();
        }
    }

    /** Rules of cues without a page, in the browser that has them: an act, and what it makes. */
    private static final Map<String, String> RULES_OF_CUES = Map.ofEntries(
            Map.entry("split([{start:0,end:2000,text:'một hai',settings:''}],0,3,null)", "0-857:một 857-2000:hai"),
            Map.entry("split([{start:0,end:2000,text:'một hai',settings:''}],0,0,500)", "0-500:một 500-2000:hai"),
            Map.entry(
                    "split([{start:0,end:2000,text:'<i>một hai</i>',settings:''}],0,6,1000)",
                    "0-1000:<i>một</i> 1000-2000:<i>hai</i>"),
            Map.entry("split([{start:0,end:150,text:'a b',settings:''}],0,1,null)", "null"),
            Map.entry(
                    "merge([{start:0,end:1,text:'một',settings:''},{start:2,end:3,text:'hai',settings:''}],0)",
                    "0-3:một hai"),
            Map.entry("merge([{start:0,end:1,text:'một',settings:''}],0)", "null"),
            Map.entry(
                    "shift([{start:0,end:1,text:'a',settings:''},{start:5,end:6,text:'b',settings:''}],1,-4)",
                    "0-1:a 1-2:b"),
            Map.entry("shift([{start:0,end:1,text:'a',settings:''}],0,-1)", "null"),
            Map.entry("find('Giảm nghèo, GIẢM NGHÈO','giam ngheo',false)", "0,10,12,22"),
            Map.entry("find('Giảm nghèo','giam ngheo',true)", ""),
            Map.entry("replace('đo Đo','do','X',false)", "X X"),
            Map.entry("replace('<i>i cười</i>','i','X',true)", "<i>X cườX</i>"),
            Map.entry(
                    "framed([{start:0,end:10,text:'a'},{start:2,end:4,text:'b'}],"
                            + "[{start:5,end:8,text:'c'},{start:10,end:12,text:'d'}])",
                    "0-10:a 2-4:b 10-12:"),
            Map.entry("beside([{start:0,end:9},{start:8,end:20}],[{start:0,end:10}])[0].length", "1"),
            Map.entry("beside([{start:0,end:1500},{start:1000,end:4000}],[{start:0,end:2000}])[0].length", "1"),
            Map.entry("beside([{start:0,end:10}],[{start:1,end:2}])[0].length", "1"),
            Map.entry("beside([{start:0,end:3},{start:3,end:6},{start:6,end:12}],[{start:1,end:10}])[0].length", "3"),
            Map.entry(
                    "beside([{start:0,end:3,text:'a'},{start:1,end:4,text:'b'},{start:2,end:6,text:'c'}],"
                            + "[{start:0,end:3},{start:1,end:4},{start:2,end:6}]).flat()",
                    "0-3:a 1-4:b 2-6:c"),
            Map.entry(
                    "beside([{start:0,end:4,text:'a'},{start:1,end:4,text:'b'}],[{start:1,end:3},{start:1,end:4}])[0].length",
                    "1"),
            Map.entry(
                    "beside([{start:0,end:3,text:'a'},{start:3,end:6,text:'b'}],[{start:0,end:6}]).flat()",
                    "0-3:a 3-6:b"),
            Map.entry(
                    "untranslated([{start:0,end:3,text:'x'},{start:5,end:6,text:' '}],"
                            + "[{start:0,end:3,text:'a'},{start:1,end:3,text:'b'},{start:5,end:6,text:'c'}])",
                    "1-3:b 5-6:c"),
            Map.entry("shownAt([{start:0},{start:5}],4)", "0"),
            Map.entry("shownAt([{start:3}],1)", "-1"),
            Map.entry("millis('1:02,5')", "62500"),
            Map.entry("millis('x')", "null"),
            Map.entry("clock(3661042)", "1:01:01.042"));

    @Test
    void what_is_done_to_cues_is_done_by_rules(Page page) {
        page.navigate(portal.uri("/robots.txt").toString());
        page.evaluate(portal.get("/resources/scripts/cues.js").body());

        RULES_OF_CUES.forEach((act, made) -> assertThat(page.evaluate("(() => { const made = LoaCues." + act
                        + "; return String(Array.isArray(made) && made[0]?.text !== undefined"
                        + " ? made.map(cue => cue.start + '-' + cue.end + ':' + cue.text).join(' ') : made); })()"))
                .as(act)
                .isEqualTo(made));
    }

    private long subtitles(String slug) {
        var upload = new TusClient(portal, editor).upload("a.srt", THREE.getBytes(StandardCharsets.UTF_8));
        var added = editor.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"subtitle\",\"language\":\"vi\",\"role\":\"original\"}"
                        .formatted(upload));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        return Drafts.object(added).getJsonNumber("id").longValue();
    }

    private static void write(Staff staff, String slug, long track, String version, String... texts) {
        var answer = staff.send(
                "PUT",
                Drafts.PRODUCTS + "/" + slug + "/tracks/" + track + "/cues",
                ("{\"cues\":[{\"start\":1000,\"end\":3000,\"text\":\"%s\"},{\"start\":4000,\"end\":6000,\"text\":\"%s\"},"
                                + "{\"start\":7000,\"end\":9000,\"text\":\"%s\"}]}")
                        .formatted((Object[]) texts),
                "If-Match",
                version);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void open(Page page, Staff staff, String slug, Object name) {
        staff.enter(page.context());
        page.navigate(
                portal.uri("/quan-tri/san-pham/" + slug + "/phu-de/" + name).toString());
        page.locator("#soan:not([aria-busy])").waitFor();
    }

    private static Locator row(Page page, int index) {
        return page.locator("#cac-cau > li > button").nth(index);
    }

    private static List<String> texts(Page page) {
        return page.locator("#cac-cau .own").allTextContents();
    }

    private static String status(Page page) {
        return page.locator("#tinh-hinh").textContent();
    }

    private static String told(Page page) {
        return page.locator("#viec").textContent();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
