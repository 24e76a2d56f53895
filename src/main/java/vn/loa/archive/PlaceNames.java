package vn.loa.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Taxonomies.LocalityItem;

/**
 * What administrative units are called: {@code Bảo Lạc}, {@code xã Bảo Lạc}, {@code bao lac}, or with what they lie in behind a comma, {@code Bảo Lạc, Cao Bằng}. Those that
 * are written with the same marks come before others, those of today before those that are no more.
 */
final class PlaceNames {
    private static final Pattern KIND =
            Pattern.compile("^(?:tinh|thanh pho|quan|huyen|thi xa|thi tran|phuong|xa|dac khu) (?=.)");
    private static final Pattern MARKED_KIND =
            Pattern.compile("^(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu) (?=.)");

    private final Map<String, LocalityItem> units = new HashMap<>();
    private final Map<String, List<LocalityItem>> named = new HashMap<>();

    /** A unit that may be meant. @param said what it is called, in what it lies, and its code */
    record Place(String code, String said) {}

    PlaceNames(List<LocalityItem> all) {
        for (var unit : all) {
            units.put(unit.code(), unit);
            named.computeIfAbsent(bare(unit), none -> new ArrayList<>()).add(unit);
        }
    }

    /** The units that are meant: one when it is clear, none when nothing is called so. */
    List<Place> of(String written) {
        var comma = written.lastIndexOf(',');
        var found = of(
                comma < 0 ? written : written.substring(0, comma),
                unit -> comma < 0 || isWithin(unit, written.substring(comma + 1)));
        return found.stream().map(this::place).toList();
    }

    private List<LocalityItem> of(String name, Predicate<LocalityItem> wanted) {
        var plain = Vocabulary.unmarked(name);
        // A name may begin like a kind.
        var all = Stream.of(plain, KIND.matcher(plain).replaceFirst(""))
                .distinct()
                .flatMap(one -> named.getOrDefault(one, List.of()).stream())
                .filter(wanted)
                .toList();
        // Who writes the kind means it.
        var ofKind = narrowed(all, unit -> Vocabulary.unmarked(label(unit)).equals(plain));
        var marked = narrowed(ofKind, unit -> withoutKind(label(unit)).equals(withoutKind(name)));
        return narrowed(marked, unit -> unit.validTo() == null);
    }

    private static List<LocalityItem> narrowed(List<LocalityItem> all, Predicate<LocalityItem> better) {
        var some = all.stream().filter(better).toList();
        return some.isEmpty() ? all : some;
    }

    private boolean isWithin(LocalityItem unit, String above) {
        var wanted = KIND.matcher(Vocabulary.unmarked(above)).replaceFirst("");
        for (var parent = parent(unit); parent != null; parent = parent(parent)) {
            if (bare(parent).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable LocalityItem parent(LocalityItem unit) {
        return unit.parent() == null ? null : units.get(unit.parent());
    }

    private Place place(LocalityItem unit) {
        var parent = parent(unit);
        return new Place(
                unit.code(), label(unit) + (parent == null ? "" : ", " + label(parent)) + " (" + unit.code() + ")");
    }

    private static String bare(LocalityItem unit) {
        return KIND.matcher(Vocabulary.unmarked(label(unit))).replaceFirst("");
    }

    private static String label(LocalityItem unit) {
        return unit.label().in(Texts.FALLBACK);
    }

    private static String withoutKind(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return MARKED_KIND.matcher(folded).replaceFirst("");
    }
}
