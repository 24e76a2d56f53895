package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The languages that a text names: "bằng tiếng Mông, Tày". Codes are those of ISO 639 that the portal uses; one that it does not have yet needs a row there.
 * Names that stand for several languages (tiếng Thái, tiếng Chăm) are left to the editor.
 */
final class Languages {
    private static final String VIETNAMESE = "vi";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("viet", VIETNAMESE),
            Map.entry("pho thong", VIETNAMESE),
            Map.entry("mong", "hmn"),
            Map.entry("hmong", "hmn"),
            Map.entry("h'mong", "hmn"),
            Map.entry("h\u2019mong", "hmn"),
            Map.entry("tay", "tyz"),
            Map.entry("khmer", "km"),
            Map.entry("nung", "nut"),
            Map.entry("muong", "mtq"),
            Map.entry("e de", "rad"),
            Map.entry("ede", "rad"),
            Map.entry("jrai", "jra"),
            Map.entry("gia rai", "jra"),
            Map.entry("ba na", "bdq"),
            Map.entry("bana", "bdq"));

    private static final String NAME =
            "(?:viet|pho\\sthong|h['\\u2019]?mong|mong|tay|khmer|nung|muong|e\\sde|ede|jrai|gia\\srai|ba\\sna|bana)(?![a-z])";

    /** Before the names of languages: "tiếng", "03 thứ tiếng:", "song ngữ". */
    private static final String BEFORE =
            "\\b(?:tieng|song\\sngu|tam\\sngu)\\s?(?:[:(]|gom:?|la:?)?\\s?(?:tieng\\s)?(?:dan\\stoc\\s)?";

    private static final Pattern SPOKEN =
            Pattern.compile(BEFORE + "(" + NAME + "(?:\\s?(?:,|va|/|-|;)\\s?(?:tieng\\s)?" + NAME + "){0,8})");
    private static final Pattern EACH = Pattern.compile(NAME);

    private Languages() {}

    /** Vietnamese first where it is one of them. */
    static List<String> in(Iterable<Paragraph> paragraphs) {
        Set<String> codes = new LinkedHashSet<>();
        for (var paragraph : paragraphs) {
            var spoken = SPOKEN.matcher(paragraph.folded());
            while (spoken.find()) {
                var each = EACH.matcher(spoken.group(1));
                while (each.find()) {
                    codes.add(CODES.getOrDefault(Letters.plain(each.group()), VIETNAMESE));
                }
            }
        }
        var ordered = new ArrayList<String>();
        if (codes.remove(VIETNAMESE)) {
            ordered.add(VIETNAMESE);
        }
        ordered.addAll(codes);
        return ordered;
    }
}
