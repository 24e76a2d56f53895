package vn.loa.administration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Level;

/** The words for kinds of administrative units, as official tables write them, and the level of each. */
final class UnitKinds {
    private static final Map<String, Level> LEVELS = Map.of(
            "tỉnh", Level.PROVINCE,
            "quận", Level.DISTRICT,
            "huyện", Level.DISTRICT,
            "thị xã", Level.DISTRICT,
            "thành phố", Level.DISTRICT,
            "xã", Level.COMMUNE,
            "phường", Level.COMMUNE,
            "thị trấn", Level.COMMUNE,
            "đặc khu", Level.COMMUNE);

    private UnitKinds() {}

    /**
     * @param kind as it is written
     * @param parent code of the unit above it; null or empty when there is none
     * @param written code of a level, which goes before what the kind says
     * @return null for a kind that nobody knows
     */
    static @Nullable Level level(String kind, @Nullable String parent, String written) {
        for (var level : List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)) {
            if (level.code().equals(written)) {
                return level;
            }
        }
        var usual = LEVELS.get(kind.toLowerCase(Locale.ROOT));
        return usual == Level.DISTRICT && (parent == null || parent.isEmpty()) && kind.equalsIgnoreCase("thành phố")
                ? Level.PROVINCE
                : usual;
    }

    /** The kind that a whole name begins with; empty when it begins with none. */
    static String kindOf(String whole) {
        return LEVELS.keySet().stream()
                .filter(kind -> whole.toLowerCase(Locale.ROOT).startsWith(kind + " "))
                .map(kind -> whole.substring(0, kind.length()))
                .findFirst()
                .orElse("");
    }

    /** The name alone. */
    static String withoutKind(String whole) {
        return whole.substring(kindOf(whole).length()).strip();
    }
}
