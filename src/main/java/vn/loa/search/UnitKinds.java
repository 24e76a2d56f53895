package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of administrative units as people write them before a name: whole, or short ({@code TP Cao Bằng}, {@code h.hà quảng}). */
final class UnitKinds {
    /** Those of one letter only with a dot: without it they are no kind. */
    private static final Map<String, String> SHORT = Map.of(
            "tp", "thành phố",
            "tx", "thị xã",
            "tt", "thị trấn",
            "tp.", "thành phố",
            "tx.", "thị xã",
            "tt.", "thị trấn",
            "h.", "huyện",
            "x.", "xã",
            "p.", "phường",
            "q.", "quận");

    /** Of one word or two. */
    private static final List<List<Spelling>> WHOLE = List.of(
            Spelling.of("thành phố"),
            Spelling.of("thị trấn"),
            Spelling.of("thị xã"),
            Spelling.of("tỉnh"),
            Spelling.of("huyện"),
            Spelling.of("quận"),
            Spelling.of("phường"),
            Spelling.of("xã"));

    private static final Pattern DOT = Pattern.compile("(?iu)(?<![\\p{L}\\p{M}\\p{N}])(tp|tx|tt|[hxpq])\\.\\s*");

    private UnitKinds() {}

    /**
     * A kind among words.
     *
     * @param kind written out; with diacritics as it was typed when it was typed whole
     * @param length how many of the words it is
     */
    record Kind(String kind, int length) {}

    /** The words of a text, what is short and ends in a dot parted from the name that follows. */
    static List<String> words(String text) {
        return List.of(DOT.matcher(text).replaceAll("$1. ").strip().split(" +"));
    }

    /** The kind that is written from here on; empty when there is none. */
    static Optional<Kind> at(List<String> words, int from) {
        var brief = SHORT.get(words.get(from).toLowerCase(Locale.ROOT));
        if (brief != null) {
            return Optional.of(new Kind(brief, 1));
        }
        var one = Spelling.of(words.get(from));
        var two = new ArrayList<>(one);
        if (from + 1 < words.size()) {
            two.addAll(Spelling.of(words.get(from + 1)));
        }
        return WHOLE.stream()
                .filter(kind -> from + kind.size() <= words.size())
                .filter(kind -> isTypedAs(kind, kind.size() == 1 ? one : two))
                .map(kind -> new Kind(String.join(" ", words.subList(from, from + kind.size())), kind.size()))
                .findFirst();
    }

    private static boolean isTypedAs(List<Spelling> kind, List<Spelling> spelled) {
        if (spelled.size() != kind.size()) {
            return false;
        }
        for (var at = 0; at < kind.size(); at++) {
            if (!kind.get(at).isTypedAs(spelled.get(at))) {
                return false;
            }
        }
        return true;
    }
}
