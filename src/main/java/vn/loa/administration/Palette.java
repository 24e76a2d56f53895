package vn.loa.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.common.Colour;
import vn.loa.common.Oklch;

/**
 * All colours of the pages that follow from one: by day the accent is taken as it is, and refused when it cannot be read; for the night, for bars and for grounds its hue is
 * taken at such a lightness that it can be.
 *
 * @param accent as it was chosen
 * @param bar ground of the head, the foot and the stage, by day and by night
 * @param wash a light ground of parts
 * @param night the accent on dark pages
 * @param dark grounds and lines of dark pages, by their tokens
 */
public record Palette(Colour accent, Colour bar, Colour wash, Colour night, Map<String, Colour> dark) {
    /** What texts must reach (WCAG 2.2, 1.4.3). */
    public static final double LEAST = 4.5;

    private static final Colour PAPER = Colour.of("faf5e9");
    private static final Colour CARD = Colour.of("fffdf7");
    private static final Colour WHITE = Colour.of("ffffff");

    /** What is written on the bar, the faintest first. */
    private static final Colour ON_BAR = Colour.of("cfd3ee");

    /** Around what has the focus, by day. */
    static final Colour RING = Colour.of("c2570c");

    static final double LEAST_OF_RINGS = 3;

    /** For what is small and read in passing. */
    private static final double EASY = 7;

    private static final double STEP = 0.005;

    public Palette {
        dark = Map.copyOf(dark);
    }

    public static Palette of(Colour accent) {
        var seen = Oklch.of(accent);
        var dark = new LinkedHashMap<String, Colour>();
        dark.put("paper", seen.at(0.195, 0.042).colour());
        dark.put("card", seen.at(0.248, 0.055).colour());
        dark.put("line", seen.at(0.355, 0.075).colour());
        dark.put("wash", seen.at(0.31, 0.082).colour());
        return new Palette(accent, bar(seen), seen.at(0.948, 0.016).colour(), night(seen, dark), dark);
    }

    /** As light as it may be for what is read on it, and for the ring of what has the focus (WCAG 2.2, 1.4.11). */
    private static Colour bar(Oklch hue) {
        for (var tried = 0.3; tried > 0; tried -= STEP) {
            var colour = hue.at(tried, 0.11).colour();
            if (colour.contrast(ON_BAR) >= EASY && colour.contrast(RING) >= LEAST_OF_RINGS) {
                return colour;
            }
        }
        return Colour.of("000000");
    }

    private static Colour night(Oklch hue, Map<String, Colour> grounds) {
        for (var tried = 0.8; tried < 1; tried += STEP) {
            var colour = hue.at(tried, 0.11).colour();
            if (grounds.entrySet().stream()
                    .filter(ground -> !ground.getKey().equals("line"))
                    .allMatch(ground -> colour.contrast(ground.getValue()) >= LEAST)) {
                return colour;
            }
        }
        return WHITE;
    }

    /** @param where key of what is read on what @param ratio by WCAG 2.2 */
    public record Measured(String where, Colour words, Colour ground, double ratio) {
        static Measured of(String where, Colour words, Colour ground) {
            return new Measured(where, words, ground, words.contrast(ground));
        }

        public boolean isEnough() {
            return ratio >= LEAST;
        }
    }

    /** What is read in the accent or on it, by day and by night. */
    public List<Measured> measured() {
        return List.of(
                Measured.of("page", accent, PAPER),
                Measured.of("card", accent, CARD),
                Measured.of("part", accent, wash),
                Measured.of("button", WHITE, accent),
                Measured.of("bar", ON_BAR, bar),
                Measured.of("night-page", night, ground("paper")),
                Measured.of("night-card", night, ground("card")),
                Measured.of("night-part", night, ground("wash")),
                Measured.of("night-button", ground("paper"), night));
    }

    private Colour ground(String token) {
        return dark.getOrDefault(token, Colour.of("000000"));
    }

    /** What is read worst; empty when all can be read. */
    public Optional<Measured> fault() {
        return measured().stream()
                .filter(one -> !one.isEnough())
                .min((one, other) -> Double.compare(one.ratio(), other.ratio()));
    }

    /** The accent itself, or the lightest of its hue that can be read. */
    public static Colour readable(Colour wanted) {
        var seen = Oklch.of(wanted);
        return Stream.iterate(seen.lightness(), tried -> tried > 0, tried -> tried - STEP)
                .map(lightness -> lightness == seen.lightness()
                        ? wanted
                        : seen.at(lightness, 1).colour())
                .filter(colour -> of(colour).fault().isEmpty())
                .findFirst()
                .orElse(Colour.of("000000"));
    }

    /** By the tokens of the style sheet, by day. */
    public Map<String, Colour> byDay() {
        // The last is of drawings, beside the accent: nothing is read on it.
        var drawn = Oklch.of(accent);
        return Map.of(
                "cham",
                accent,
                "own",
                accent,
                "deep",
                bar,
                "wash",
                wash,
                "mid",
                drawn.at(Math.min(0.75, drawn.lightness() + 0.07), 1).colour());
    }

    /** The same by night. */
    public Map<String, Colour> byNight() {
        var all = new LinkedHashMap<>(dark);
        all.put("cham", night);
        all.put("on", ground("paper"));
        return all;
    }
}
