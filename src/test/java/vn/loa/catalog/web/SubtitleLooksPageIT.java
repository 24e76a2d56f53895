package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** What a viewer chooses for the subtitles, seen where it matters: on the picture. */
@UsesBrowser
class SubtitleLooksPageIT {
    private static final String SHOWN =
            "[...document.querySelector('video').textTracks].find(track => track.mode === 'showing')";

    private final Portal portal;

    SubtitleLooksPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void the_size_that_is_chosen_is_the_size_on_the_picture(Page page) throws IOException {
        open(page);
        stopAtFirstLine(page);

        var usual = lettersOf(page, "");
        var big = lettersOf(page, "big");
        var huge = lettersOf(page, "huge");

        assertThat(big).isGreaterThan(usual * 1.15);
        assertThat(huge).isGreaterThan(big * 1.15);
    }

    @Test
    void the_ground_behind_the_words_is_the_one_that_is_chosen(Page page) throws IOException {
        open(page);
        stopAtFirstLine(page);
        var bare = withoutSubtitles(page);

        choose(page, "cue-back", "solid");
        var solid = still(page);
        choose(page, "cue-back", "none");
        var none = still(page);

        assertThat(blackAmongChanged(bare, solid)).as("the words on black").isGreaterThan(0.5);
        assertThat(blackAmongChanged(bare, none)).as("the words on the picture").isLessThan(0.2);
        assertThat(changed(bare, none)).as("the words themselves").isPositive();
    }

    @Test
    void the_choice_is_kept_and_nothing_is_kept_before(Page page) {
        open(page);
        assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("");
        choose(page, "cue-size", "huge");
        assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("loa:cue-size");

        open(page);

        assertThat(page.locator(".player").getAttribute("data-cue-size")).isEqualTo("huge");
        assertThat(page.locator("[data-do=cue-size]").inputValue()).isEqualTo("huge");
    }

    private void open(Page page) {
        page.navigate(portal.uri(PublicAddresses.FILM).toString());
        page.locator(".keys:has(kbd) summary").click();
    }

    private static void choose(Page page, String what, String value) {
        page.locator("[data-do=" + what + "]").selectOption(value);
    }

    /** In the middle of it, with the picture that belongs there. */
    private static void stopAtFirstLine(Page page) {
        page.locator("[data-do=toggle]").click();
        Until.holds(() -> (Boolean)
                page.evaluate("document.querySelector('video').currentTime > 0 && " + SHOWN + "?.cues?.length > 0"));
        page.evaluate("""
                () => { const video = document.querySelector('video'), cue = %s.cues[0];
                        video.pause();
                        video.currentTime = (cue.startTime + cue.endTime) / 2; }""".formatted(SHOWN));
        Until.holds(() -> (Boolean)
                page.evaluate("!document.querySelector('video').seeking && " + SHOWN + ".activeCues.length > 0"));
    }

    /** Height of the letters, in pixels: of the unbroken rows with white in them, the tallest. */
    private static double lettersOf(Page page, String size) throws IOException {
        var bare = withoutSubtitles(page);
        choose(page, "cue-back", "solid");
        choose(page, "cue-size", size);
        var shown = still(page);
        var tallest = 0;
        var rows = 0;
        for (var y = 0; y < shown.getHeight(); y++) {
            rows = hasLetters(bare, shown, y) ? rows + 1 : 0;
            tallest = Math.max(tallest, rows);
        }
        return tallest;
    }

    private static boolean hasLetters(BufferedImage bare, BufferedImage shown, int y) {
        for (var x = 0; x < shown.getWidth(); x++) {
            var colour = shown.getRGB(x, y);
            if (colour != bare.getRGB(x, y) && (colour & 0xff) > 0xc0 && (colour >> 8 & 0xff) > 0xc0) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage withoutSubtitles(Page page) throws IOException {
        var language = page.locator("[data-do=captions]").inputValue();
        choose(page, "captions", "");
        var bare = still(page);
        choose(page, "captions", language);
        Until.holds(() -> (Boolean) page.evaluate(SHOWN + "?.activeCues?.length > 0"));
        return bare;
    }

    private static long changed(BufferedImage before, BufferedImage after) {
        return pixels(before, after, false);
    }

    private static double blackAmongChanged(BufferedImage before, BufferedImage after) {
        return (double) pixels(before, after, true) / changed(before, after);
    }

    private static long pixels(BufferedImage before, BufferedImage after, boolean black) {
        var count = 0L;
        for (var y = 0; y < after.getHeight(); y++) {
            for (var x = 0; x < after.getWidth(); x++) {
                var colour = after.getRGB(x, y) & 0xffffff;
                if (colour != (before.getRGB(x, y) & 0xffffff) && (!black || colour == 0)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The picture once it no longer changes. */
    private static BufferedImage still(Page page) throws IOException {
        var last = new byte[][] {shot(page)};
        var picture = Until.answer(
                () -> {
                    var next = shot(page);
                    var same = Arrays.equals(last[0], next);
                    last[0] = next;
                    return same ? next : new byte[0];
                },
                bytes -> bytes.length > 0);
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static byte[] shot(Page page) {
        return page.locator("video").screenshot();
    }
}
