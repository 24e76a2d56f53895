package vn.loa.plans.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How plans call what is to be made, and the genres of the portal that these are. */
final class Genres {
    /** Folded; the longer before the shorter that begins like it. */
    private static final Map<String, String> WORDS = words();

    /** Any of them. */
    static final String ANY = WORDS.keySet().stream().collect(Collectors.joining("|"));

    private static final Pattern EACH = Pattern.compile(
            WORDS.keySet().stream().map(words -> "(" + words + ")").collect(Collectors.joining("|")));

    private Genres() {}

    /** @param phrase folded, one that {@link #ANY} matches */
    static String of(String phrase) {
        var found = EACH.matcher(phrase);
        if (!found.matches()) {
            throw new IllegalArgumentException("Of no genre: " + phrase);
        }
        var group = 1;
        for (var genre : WORDS.values()) {
            if (found.group(group) != null) {
                return genre;
            }
            group++;
        }
        throw new IllegalStateException(phrase);
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("tieu\\spham|kich\\sphat\\sthanh|kich\\struyen\\sthanh|cau\\schuyen\\struyen\\sthanh", "tieu-pham");
        words.put("phim\\stai\\slieu", "phim-tai-lieu");
        words.put("video\\s?clip|clip|video|phim\\shoat\\shinh", "clip-2d");
        words.put("phong\\ssu", "phong-su");
        words.put("tin\\s?,\\s?bai|tin\\sbai|bai\\sviet|bai\\sbao|chuyen\\smuc|chuyen\\strang", "tin-bai");
        words.put("guong\\sdien\\shinh|guong\\ssang", "guong-dien-hinh");
        words.put("to\\sroi|to\\sgap|to\\sbuom|so\\stay|cam\\snang", "to-roi");
        words.put("pa\\s?-?\\s?no|ap\\sphich|poster|bang\\s?ron|bang\\s?zon|khau\\shieu|phuon", "ap-phich");
        words.put("tai\\slieu\\stap\\shuan|lop\\stap\\shuan|tap\\shuan", "tap-huan");
        words.put("cuoc\\sphong\\svan|phong\\svan", "phong-van");
        return words;
    }
}
