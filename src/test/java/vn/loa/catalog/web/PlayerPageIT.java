package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

@UsesBrowser
class PlayerPageIT {
    private static final String TIME = "document.querySelector('audio,video').currentTime";
    private static final String SUBTITLES =
            "[...document.querySelector('video').textTracks].filter(track => track.mode === 'showing')"
                    + ".map(track => track.language).join()";

    private final Portal portal;

    PlayerPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void one_touch_plays_and_the_transcript_follows(Page page) {
        open(page, PublicAddresses.SKIT);
        play(page);

        assertThat(page.locator("[data-do=toggle]").getAttribute("aria-label")).isEqualTo("Tạm dừng");
        await(page, "document.querySelector('.cues a[aria-current=true]')");
        page.locator("[data-do=forward]").click();
        await(page, TIME + " >= 10");
        await(page, "document.querySelector('.cues a[aria-current=true]')?.dataset.t > 5");
    }

    @Test
    void what_is_said_at_the_moment_of_an_address_is_marked(Page page) {
        open(page, PublicAddresses.SKIT);
        var lines = page.locator(".cues:not(.parts) a");
        for (var turn : List.of(1, 2, lines.count() - 1)) {
            var second = lines.nth(turn).getAttribute("data-t");
            assertThat(lines.nth(turn).getAttribute("href")).contains("t=" + second);
            open(page, PublicAddresses.SKIT + "?t=" + second);
            await(page, "document.querySelector('.cues:not(.parts) a[aria-current=true]')");
            assertThat(page.locator(".cues:not(.parts) a[aria-current=true]").getAttribute("data-t"))
                    .isEqualTo(second);
        }
    }

    @Test
    void another_voice_goes_on_at_the_same_second(Page page) {
        open(page, PublicAddresses.SKIT);
        play(page);
        await(page, TIME + " > 2");

        page.locator(".seg a[href*='tieng=tyz']").click();
        await(page, "document.querySelector('audio').currentSrc.includes('-tyz-')");
        await(page, TIME + " > 2 && !document.querySelector('audio').paused");

        assertThat((Number) page.evaluate(TIME))
                .matches(second -> second.doubleValue() < 15, "goes on, not further on");
        page.waitForURL("**/*?tieng=tyz");
        await(page, "document.querySelector('.cues').innerText.includes('Tày')");
        assertThat(page.locator(".seg a[href*='tieng=tyz']").getAttribute("aria-current"))
                .isEqualTo("true");
        assertThat(page.locator("#tai-ve a").first().getAttribute("href")).contains("-tyz-");
    }

    @Test
    void what_is_said_of_a_voice_follows_the_touch_that_chooses_it(Page page) {
        for (var address : List.of("/", PublicAddresses.SKIT)) {
            open(page, address);
            var note = page.locator("[data-of=note]");
            var length = page.locator("[data-of=long]");
            assertThat(note.isVisible()).as(address).isFalse();
            var original = length.textContent();

            page.locator(".seg a[href*='tieng=hmn']").click();
            await(page, "document.querySelector('audio').currentSrc.includes('-hmn-')");
            assertThat(note.textContent()).as(address).contains("giữ chỗ cho bản tiếng Mông");
            assertThat(note.isVisible()).as(address).isTrue();
            assertThat(length.textContent()).as(address).matches("\\d+ giây").isNotEqualTo(original);

            page.locator(".seg a[href*='tieng=vi']").click();
            await(page, "document.querySelector('audio').currentSrc.includes('-vi-')");
            assertThat(note.isVisible()).as(address).isFalse();
            assertThat(length.textContent()).as(address).isEqualTo(original);
        }
    }

    @Test
    void who_chooses_subtitles_that_only_hold_a_place_is_told(Page page) {
        open(page, PublicAddresses.FILM);
        var note = page.locator("p[data-mock]");
        assertThat(note.isVisible()).isFalse();

        page.locator("[data-do=captions]").selectOption("hmn-Latn-VN");
        await(page, "!document.querySelector('p[data-mock]').hidden");
        assertThat(note.textContent()).contains("giữ chỗ cho bản dịch");
        page.locator("[data-do=captions]").selectOption("vi");
        await(page, "document.querySelector('p[data-mock]').hidden");
    }

    @Test
    void on_a_light_page_subtitles_come_with_the_film(Page page) {
        var shown = "[...document.querySelector('video').textTracks].some(track => track.mode === 'showing')";
        open(page, PublicAddresses.with(PublicAddresses.FILM, "nhe=1"));
        assertThat((boolean) page.evaluate(shown)).isFalse();

        play(page);

        await(page, shown);
    }

    @Test
    void a_line_of_the_transcript_leads_to_its_second(Page page) {
        open(page, PublicAddresses.SKIT);
        var line = page.locator(".cues a").nth(5);
        var second = Double.parseDouble(line.getAttribute("data-t"));

        line.click();

        await(page, TIME + " >= " + second);
        assertThat((boolean) page.evaluate("document.querySelector('audio').paused"))
                .isFalse();
        assertThat(page.url()).endsWith("t=" + line.getAttribute("data-t"));
    }

    @Test
    void the_address_can_name_a_second_and_a_voice(Page page) {
        open(page, PublicAddresses.SKIT + "?tieng=vi&t=30");

        assertThat(((Number) page.evaluate(TIME)).intValue()).isEqualTo(30);
        assertThat(page.locator(".clock").textContent()).startsWith("0:30 /");
    }

    @Test
    void speed_and_keys_work_while_the_player_has_the_focus(Page page) {
        open(page, PublicAddresses.SKIT);
        page.locator("[data-do=rate]").selectOption("1.5");
        assertThat(((Number) page.evaluate("document.querySelector('audio').playbackRate")).doubleValue())
                .isEqualTo(1.5);

        page.locator("[data-do=toggle]").focus();
        page.keyboard().press("l");
        await(page, TIME + " >= 10");
        page.keyboard().press("j");
        await(page, TIME + " < 1");
        page.keyboard().press("k");
        await(page, "!document.querySelector('audio').paused");
        page.keyboard().press("k");
        await(page, "document.querySelector('audio').paused");
    }

    @Test
    void keys_change_sound_speed_subtitles_and_place_and_a_list_names_them(Page page) {
        open(page, PublicAddresses.FILM);
        page.locator("[data-do=back]").focus();
        page.keyboard().press("m");
        await(page, "document.querySelector('video').muted");
        assertThat(page.locator("[data-tell]").textContent()).isEqualTo("Đã tắt tiếng");
        page.keyboard().press(">");
        await(page, "document.querySelector('video').playbackRate === 1.25");
        page.keyboard().press("<");
        await(page, "document.querySelector('video').playbackRate === 1");
        page.keyboard().press("5");
        await(page, TIME + " > 10");
        var shown = "[...document.querySelector('video').textTracks].some(track => track.mode === 'showing')";
        await(page, shown);
        page.keyboard().press("c");
        await(page, "!" + shown);
        page.keyboard().press("c");
        await(page, shown);

        page.locator(".keys:has(kbd) summary").click();
        assertThat(page.locator(".keys kbd").allTextContents()).contains("k", "j", "l", "m", "c", "<", ">");
    }

    @Test
    void keys_are_letters_while_somebody_types(Page page) {
        page.setViewportSize(1280, 860);
        open(page, PublicAddresses.SKIT);
        var words = page.locator("header input[name=q]");
        words.focus();
        page.keyboard().type("kl j");

        assertThat(words.inputValue()).isEqualTo("kl j");
        assertThat(((Number) page.evaluate(TIME)).doubleValue()).isZero();
    }

    @Test
    void who_comes_back_is_offered_to_go_on(Page page) {
        open(page, PublicAddresses.SKIT + "?t=30");
        play(page);
        await(page, TIME + " > 30.2");
        page.locator("[data-do=toggle]").click();
        await(page, "document.querySelector('audio').paused");
        var second = ((Number) page.evaluate("Math.floor(" + TIME + ")")).intValue();

        open(page, PublicAddresses.SKIT);
        var offer = page.locator("[data-do=resume]");
        assertThat(second).isBetween(30, 59);
        assertThat(offer.textContent()).contains(second + " giây");
        offer.click();
        await(page, TIME + " >= " + second + " && !document.querySelector('audio').paused");
    }

    @Test
    void a_film_plays_with_subtitles_and_can_be_only_heard(Page page) {
        open(page, PublicAddresses.FILM);
        assertThat(page.locator("video track[kind=captions][srclang=vi]").count())
                .as("what is said, in the language it is said in")
                .isEqualTo(1);
        assertThat(page.locator("video track[kind=subtitles][srclang='hmn-Latn-VN']")
                        .count())
                .isEqualTo(1);
        play(page);
        await(page, "document.querySelector('video').videoHeight > 0");

        page.locator(".seg a[href*='ban=A0']").click();
        await(page, "document.querySelector('video').currentSrc.includes('-a0.')");
        await(page, TIME + " > 0.1");
    }

    @Test
    void who_goes_to_a_chapter_of_a_film_sees_the_film(Page page) {
        open(page, PublicAddresses.FILM);
        page.locator(".cues a[data-t]").nth(2).click();

        await(page, TIME + " > 1 && document.querySelector('video').getBoundingClientRect().top >= 0");
    }

    @Test
    void a_film_has_one_bar_of_ours_whose_parts_can_all_be_hit_with_a_thumb(Page page) {
        open(page, PublicAddresses.FILM);

        assertThat((boolean) page.evaluate("document.querySelector('video').controls"))
                .isFalse();
        for (var part : List.of("seek", "toggle", "back", "forward", "rate", "captions", "full")) {
            var box = page.locator("[data-do=" + part + "]").boundingBox();
            assertThat(Math.min(box.width, box.height)).as(part).isGreaterThanOrEqualTo(44);
            assertThat(box.x + box.width).as(part).isLessThanOrEqualTo(360);
        }
        assertThat(page.locator("[data-do=full]").getAttribute("aria-label")).isEqualTo("Toàn màn hình");
    }

    @ParameterizedTest
    @CsvSource({"320, 100%", "360, 100%", "360, 200%", "1280, 100%", "1280, 200%"})
    void no_part_of_a_films_bar_is_cut_off(int width, String text, Page page) {
        page.setViewportSize(width, 800);
        open(page, PublicAddresses.FILM);
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", text);

        assertThat((List<?>) page.evaluate("""
                        () => { const edge = document.querySelector('.stage .in').getBoundingClientRect();
                                return [...document.querySelectorAll('.ctl button, .ctl select, .ctl label, .ctl input, .clock')]
                                    .filter(e => e.offsetParent && !e.matches('.vh'))
                                    .filter(e => { const box = e.getBoundingClientRect();
                                                   return box.left < edge.left || box.right > edge.right || box.width < 44; })
                                    .map(e => e.outerHTML); }""")).isEmpty();
    }

    @Test
    void a_touch_on_the_picture_plays_and_pauses_the_film(Page page) {
        open(page, PublicAddresses.FILM);
        page.locator("video").click();
        await(page, TIME + " > 0");
        page.locator("video").click();
        await(page, "document.querySelector('video').paused");

        page.keyboard().press("k");
        await(page, "!document.querySelector('video').paused");
    }

    @Test
    void subtitles_are_chosen_in_the_bar_and_those_of_the_chosen_language_or_the_page_are_on(Page page) {
        open(page, PublicAddresses.FILM);
        var choice = page.locator("[data-do=captions]");
        await(page, SUBTITLES + " === 'vi'");
        assertThat(choice.inputValue()).isEqualTo("vi");

        choice.selectOption("hmn-Latn-VN");
        await(page, SUBTITLES + " === 'hmn-Latn-VN'");
        choice.selectOption("");
        await(page, SUBTITLES + " === ''");
        page.locator("[data-do=back]").press("c");
        await(page, SUBTITLES + " !== ''");
        // The browser tells of the change a moment after it.
        Until.holds(() -> !choice.inputValue().isEmpty());

        open(page, PublicAddresses.with(PublicAddresses.FILM, "tieng=hmn"));
        await(page, SUBTITLES + " === 'hmn-Latn-VN'");
    }

    @Test
    void subtitles_that_nobody_has_chosen_go_with_the_voice_and_those_that_were_chosen_stay(Page page) {
        open(page, PublicAddresses.FILM);
        await(page, SUBTITLES + " === 'vi'");
        var choice = page.locator("[data-do=captions]");

        speak(page, "tyz-Latn-VN");
        await(page, SUBTITLES + " === 'tyz-Latn-VN'");
        Until.holds(() -> choice.inputValue().equals("tyz-Latn-VN"));
        speak(page, "khm");
        await(page, SUBTITLES + " === 'vi'");

        choice.selectOption("hmn-Latn-VN");
        speak(page, "tyz-Latn-VN");
        assertThat(page.evaluate(SUBTITLES)).isEqualTo("hmn-Latn-VN");
        page.locator("[data-do=back]").press("c");
        speak(page, "vi");
        assertThat(page.evaluate(SUBTITLES)).as("none, which was chosen too").isEqualTo("");
    }

    @Test
    void on_a_light_page_the_subtitles_that_come_with_the_film_are_those_of_the_voice(Page page) {
        open(page, PublicAddresses.with(PublicAddresses.FILM, "nhe=1"));
        speak(page, "tyz-Latn-VN");
        assertThat(page.evaluate(SUBTITLES)).isEqualTo("");

        play(page);

        await(page, SUBTITLES + " === 'tyz-Latn-VN'");
    }

    @Test
    void on_the_whole_screen_the_bar_stays_and_offers_the_sizes_of_the_film(Page page) {
        open(page, PublicAddresses.FILM);
        var size = page.locator("[data-pick='a[data-profile]']");
        assertThat(size.isVisible()).isFalse();

        page.locator("[data-do=full]").click();
        await(page, "document.querySelector('.film:fullscreen video')");
        page.locator("[data-do=full][aria-pressed=true]").waitFor();
        assertThat(size.locator("option").allTextContents())
                .hasSizeGreaterThan(1)
                .allMatch(option -> option.matches(".+ · .+\u00a0(KB|MB)"));
        size.selectOption(new SelectOption().setIndex(1));
        await(
                page,
                "document.querySelector('video').currentSrc.includes('144p') || "
                        + "document.querySelector('video').currentSrc.includes('-v0.')");

        play(page);
        await(page, "document.querySelector('.stage').matches('.idle')");
        page.mouse().move(100, 100);
        page.mouse().move(120, 140);
        await(page, "!document.querySelector('.stage').matches('.idle')");
        page.locator("[data-do=full]").press("f");
        await(page, "!document.fullscreenElement");
        assertThat(size.isVisible()).isFalse();
    }

    @Test
    void a_chapter_leads_to_its_second_and_is_marked_on_the_line_of_time(Page page) {
        open(page, PublicAddresses.FILM);
        var chapters = page.locator(".parts a");
        assertThat(page.locator(".seek .mark").count())
                .isEqualTo(chapters.count() - 1)
                .isGreaterThan(2);
        var second = Double.parseDouble(chapters.nth(2).getAttribute("data-t"));

        chapters.nth(2).click();

        await(page, TIME + " >= " + second + " && !document.querySelector('video').paused");
        await(page, "document.querySelectorAll('.parts a')[2].getAttribute('aria-current') === 'true'");
        assertThat(page.locator("[data-do=seek]").getAttribute("aria-valuetext"))
                .contains(chapters.nth(2).locator("span").textContent());
    }

    @Test
    void browsers_read_the_chapters_as_a_track(Page page) {
        open(page, PublicAddresses.with(PublicAddresses.FILM, "hl=en"));
        page.evaluate("document.querySelector('track[kind=chapters]').track.mode = 'hidden'");

        await(page, "document.querySelector('track[kind=chapters]').readyState === 2");

        assertThat(page.evaluate("document.querySelector('track[kind=chapters]').track.cues[0].text"))
                .isEqualTo(page.locator(".parts a span").first().textContent());
    }

    @Test
    void a_phone_shows_play_and_every_language_of_a_sound_at_once(Page page) {
        // Of a title that is one line in whatever letters a phone has.
        open(page, "/san-pham/ma-so-bi-mat");
        var menu = page.locator("nav.menu").boundingBox().y;

        var voices = page.locator("#ban-phat .seg a");
        assertThat(voices.count()).isEqualTo(3);
        for (var part : List.of(page.locator("[data-do=toggle]"), voices.first(), voices.last())) {
            var box = part.boundingBox();
            assertThat(box.y + box.height).as(part.toString()).isLessThanOrEqualTo(menu);
        }
        assertThat(page.locator("[data-do=rate]").boundingBox().y)
                .as("speed beside Play")
                .isLessThan(page.locator("[data-do=toggle]").boundingBox().y + 64);
        assertThat(page.locator(".keys:has(kbd)").isVisible())
                .as("keys, where there is no keyboard")
                .isFalse();
    }

    @Test
    void play_comes_first_for_who_uses_the_keyboard(Page page) {
        open(page, PublicAddresses.SKIT);
        page.locator(".crumbs a").last().focus();
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.activeElement.dataset.do")).isEqualTo("toggle");
    }

    @Test
    void nothing_is_fetched_before_somebody_asks_to_play(Page page) {
        var media = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().matches(".*\\.(m4a|mp4|mp3|weba)(#.*)?")) {
                media.add(request.url());
            }
        });
        open(page, PublicAddresses.FILM);
        open(page, PublicAddresses.SKIT);
        open(page, "/");

        assertThat(media).isEmpty();
    }

    @Test
    void without_script_the_native_player_plays_and_links_choose(Browser browser) {
        try (var visitor = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            var page = visitor.newPage();
            page.navigate(portal.uri(PublicAddresses.SKIT).toString());
            assertThat(page.locator("audio[controls]").isVisible()).isTrue();
            assertThat(page.locator("[data-do=toggle]").isVisible()).isFalse();

            page.locator(".seg a[href*='tieng=hmn']").click();
            assertThat(page.locator("audio source").first().getAttribute("src")).contains("-hmn-");
            page.locator(".cues a").nth(1).click();
            assertThat(page.url()).contains("tieng=hmn", "t=");
            assertThat(page.locator("audio source").first().getAttribute("src")).contains("#t=");

            page.navigate(portal.uri(PublicAddresses.FILM).toString());
            assertThat(page.locator("video[controls]").isVisible()).isTrue();
            assertThat(page.locator("[data-do=full]").isVisible()).isFalse();
            page.locator(".parts a").nth(2).click();
            assertThat(page.locator("video source").first().getAttribute("src")).contains("#t=");

            page.navigate(portal.uri("/san-pham").toString());
            page.locator("details summary").first().click();
            page.locator(".facets input[value=phim-tai-lieu]").check();
            page.locator(".facets input[name=tieng]").first().check();
            page.locator(".facets button").click();
            page.waitForURL("**/san-pham?the-loai=phim-tai-lieu&tieng=*");
            assertThat(page.locator(".card").count()).isPositive();
        }
    }

    private void open(Page page, String address) {
        page.navigate(portal.uri(address).toString());
    }

    /** Chooses a voice of a film that has only one. */
    private static void speak(Page page, String tag) {
        page.evaluate("""
                tag => { const voice = document.createElement('a'), film = document.querySelector('.seg a[data-film]');
                         voice.hreflang = tag;
                         voice.href = '?tieng=' + tag.slice(0, 3);
                         voice.dataset.src = film.dataset.src;
                         voice.dataset.film = '1';
                         voice.append(tag, document.createElement('small'));
                         film.parentElement.append(voice);
                         voice.click(); }""", tag);
        await(page, "document.querySelector('video').lang === '" + tag + "'");
    }

    /** Asks from outside: what a page may evaluate by itself, its security policy forbids. */
    private static void await(Page page, String condition) {
        Until.holds(() -> (Boolean) page.evaluate("!!(" + condition + ")"));
    }

    private static void play(Page page) {
        page.locator("[data-do=toggle]").click();
        await(page, TIME + " > 0");
    }
}
