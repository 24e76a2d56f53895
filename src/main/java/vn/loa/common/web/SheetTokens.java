package vn.loa.common.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that the style sheet of all pages is given in place of its own, by the names of its tokens without their dashes. So the look of an installation costs no
 * request, no rule more, and no exception of the policy of content.
 *
 * @param light by day, and where there is nothing else
 * @param dark where the system is dark
 */
public record SheetTokens(Map<String, String> light, Map<String, String> dark) {
    /** The sheet as it was written. */
    public static final SheetTokens NONE = new SheetTokens(Map.of(), Map.of());

    private static final String DARK = "@media(prefers-color-scheme:dark){";

    public SheetTokens {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /** The sheet with these values: the first that is said of a token is what holds by day, the first after the sheet turns dark what holds then. */
    String in(String sheet) {
        if (light.isEmpty() && dark.isEmpty()) {
            return sheet;
        }
        var night = sheet.indexOf(DARK);
        return night < 0
                ? replaced(sheet, light)
                : replaced(sheet.substring(0, night), light) + replaced(sheet.substring(night), dark);
    }

    private static String replaced(String sheet, Map<String, String> values) {
        var result = sheet;
        for (var value : values.entrySet()) {
            result = Pattern.compile("(--" + Pattern.quote(value.getKey()) + ":)[^;}]*")
                    .matcher(result)
                    .replaceFirst("$1" + Matcher.quoteReplacement(value.getValue()));
        }
        return result;
    }

    /** The sheet as it is where the system is dark, or by day, whatever the system is. */
    static String always(boolean isDark, String sheet) {
        return sheet.replace(DARK, isDark ? "@media all{" : "@media not all{");
    }
}
