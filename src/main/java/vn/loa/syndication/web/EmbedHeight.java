package vn.loa.syndication.web;

import java.util.List;
import java.util.Objects;
import vn.loa.catalog.Player;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductPage;
import vn.loa.common.Messages;

/**
 * How high a frame should be where no script sizes it, by what is in it: rather a few pixels more than a line less. All in CSS pixels; the measures are
 * those of {@code embed.css}.
 *
 * @param layout as {@link EmbedLook} has it
 * @param language in which it speaks
 * @param width of the frame
 */
record EmbedHeight(String layout, String language, int width) {
    /** Margins within a frame, left and right together. */
    private static final int ASIDE = 29;

    /** The border of the frame, and the foot with the name of the portal. */
    private static final int AROUND = 5 + 45;

    private static final int TITLE_LINE = 23;
    private static final int SMALL_LINE = 21;
    private static final int PICTURE = 96;
    private static final int SPARE = 8;

    /** How wide a letter is, taken together. */
    private static final double TITLE_LETTER = 8.6;

    private static final double SMALL_LETTER = 7.3;

    int of(ProductPage page) {
        var player = page.player();
        var high = AROUND + SPARE + words(page);
        if (player != null) {
            high += player.video() ? film() : layout.equals(EmbedLook.BAR) ? 62 : 66;
            high += voices(player) + (layout.equals(EmbedLook.BAR) ? 0 : notes(page, player));
        }
        return high;
    }

    private int film() {
        return Math.max(112, (width * 9 + 15) / 16);
    }

    private int words(ProductPage page) {
        var player = page.player();
        var title = page.card().title().in(language);
        var hasPicture = !layout.equals(EmbedLook.BAR)
                && (player == null || !player.video())
                && !page.card().posters().isEmpty();
        var beside = hasPicture && width > 260;
        var room = width - ASIDE - (beside ? PICTURE + 15 : 0);
        var said = lines(title, room, TITLE_LETTER) * TITLE_LINE;
        if (!layout.equals(EmbedLook.BAR)) {
            said += lines(page.card().genreLabel().in(language) + " · 00 phút · 00 MB", room, SMALL_LETTER)
                    * SMALL_LINE;
        }
        if (player == null) {
            // The summary is cut off after four lines.
            said += layout.equals(EmbedLook.BAR)
                    ? 0
                    : 5 + Math.min(4, 1 + lines(page.card().summary().in(language), room, SMALL_LETTER)) * SMALL_LINE;
            said += 60;
        }
        var picture = hasPicture ? beside ? PICTURE : (width - ASIDE) * 9 / 16 + 15 : 0;
        return 20 + (beside ? Math.max(picture, said) : picture + said);
    }

    private int voices(Player player) {
        var many = player.voices().size();
        if (many < 2) {
            return 0;
        }
        var inRow = Math.max(1, (width - ASIDE) / 122);
        return 15 + (many + inRow - 1) / inRow * 51;
    }

    private int notes(ProductPage page, Player player) {
        var note = Objects.requireNonNullElse(player.voice().note(), "");
        var sample = page.card().sample() ? Messages.in(language).text("sample.product") : "";
        return note(note) + note(sample);
    }

    private int note(String text) {
        return text.isEmpty() ? 0 : lines(text, width - ASIDE, SMALL_LETTER) * SMALL_LINE + 10;
    }

    /** @param all how many there are, of which these are shown */
    int of(List<ProductCard> cards, long all) {
        var foot = all > cards.size() && width < 420 ? 44 : 0;
        var high = AROUND + SPARE + foot;
        if (cards.isEmpty()) {
            var none = Messages.in(language).text("embed.list.none");
            return high + 24 + lines(none, width - ASIDE, 8.1) * 24;
        }
        return high
                + (layout.equals(EmbedLook.CARDS)
                        ? grid(cards)
                        : cards.stream().mapToInt(this::row).sum());
    }

    private int row(ProductCard card) {
        var bare = layout.equals(EmbedLook.BAR);
        var room = width - ASIDE - (bare ? 0 : 53);
        var high = 17 + lines(card.title().in(language), room, 8.1) * 22 + (bare ? 0 : about(card, room));
        return Math.max(bare ? 49 : 57, high);
    }

    private int grid(List<ProductCard> cards) {
        var room = width - 28;
        var columns = Math.max(1, (room + 13) / 205);
        var wide = (room - (columns - 1) * 13) / columns;
        var high = 26 - 13;
        for (var from = 0; from < cards.size(); from += columns) {
            high += 13
                    + cards.subList(from, Math.min(cards.size(), from + columns)).stream()
                            .mapToInt(card -> 23
                                    + wide * 9 / 16
                                    + lines(card.title().in(language), wide - 28, 8.1) * 22
                                    + about(card, wide - 28))
                            .max()
                            .orElse(0);
        }
        return high;
    }

    /** What to do with it, how long it is and in which languages. */
    private static int about(ProductCard card, int room) {
        var letters = 18 + 13 * card.voices().size();
        return lines(letters, room, SMALL_LETTER) * SMALL_LINE;
    }

    private static int lines(String text, int room, double letter) {
        return lines(text.length(), room, letter);
    }

    /** Words that do not fit leave the ends of lines empty: a tenth of them. */
    private static int lines(int letters, int room, double letter) {
        return (int) Math.max(1, Math.ceil(letters * letter / (Math.max(40, room) * 0.9)));
    }
}
