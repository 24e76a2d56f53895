package vn.loa.plans.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Texts;

/**
 * Writes the names of agencies out in full, one way: without abbreviations, without the head for the office (Bộ trưởng Bộ …), with the place that the
 * document means, and with capitals where the rules of writing want them (Decree 30/2020/NĐ-CP, Annex II, part III).
 */
final class Agencies {
    /** With which the name of an agency begins, folded. */
    static final String HEADS =
            "uy\\sban|ubnd|ubmt|hoi\\sdong\\snhan|hdnd|thuong\\struc|so|bo|phong|ban|chi\\scuc|cuc|tong\\scuc|trung\\stam|hoi|dai|bao|van\\sphong|vp"
                    + "|cong\\san|tinh\\suy|huyen\\suy|thanh\\suy|dang\\suy|dang\\sbo|quoc\\shoi|chinh\\sphu|thu\\stuong|vien|truong|lien\\sdoan|mat\\stran|toa\\san|kho\\sbac|ngan\\shang|doan";

    private static final Pattern HEAD = Pattern.compile("(?:" + HEADS + ")(?![a-z])");

    /** The same heads with their tones, as {@link Texts#words} writes these, and without what begins so and is no unit. */
    private static final Pattern UNIT = Pattern.compile("(?:"
            + Stream.of(
                            "ủy ban",
                            "ubnd",
                            "ubmt",
                            "hội đồng nhân",
                            "hđnd",
                            "thường trực",
                            "sở",
                            "bộ",
                            "phòng",
                            "ban",
                            "chi cục",
                            "cục",
                            "tổng cục",
                            "trung tâm",
                            "hội",
                            "đài",
                            "báo",
                            "văn phòng",
                            "vp",
                            "công an",
                            "tỉnh ủy",
                            "huyện ủy",
                            "thành ủy",
                            "đảng ủy",
                            "đảng bộ",
                            "quốc hội",
                            "chính phủ",
                            "thủ tướng",
                            "viện",
                            "trường",
                            "liên đoàn",
                            "mặt trận",
                            "tòa án",
                            "kho bạc",
                            "ngân hàng",
                            "đoàn")
                    .map(Texts::words)
                    .collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\p{M}])(?!\\s(?:"
            + Stream.of("hành", "cáo", "nghị", "thảo", "thi", "tiêu chí", "chỉ số", "chống", "hữu", "trưởng")
                    .map(Texts::words)
                    .collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\p{M}]))");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("UBND", "Ủy ban nhân dân"),
            Map.entry("HĐND", "Hội đồng nhân dân"),
            Map.entry("TT&TT", "Thông tin và Truyền thông"),
            Map.entry("TTTT", "Thông tin và Truyền thông"),
            Map.entry("VH&TT", "Văn hóa và Thông tin"),
            Map.entry("VHTT&DL", "Văn hóa, Thể thao và Du lịch"),
            Map.entry("VHTTDL", "Văn hóa, Thể thao và Du lịch"),
            Map.entry("VH,TT&DL", "Văn hóa, Thể thao và Du lịch"),
            Map.entry("LĐTB&XH", "Lao động - Thương binh và Xã hội"),
            Map.entry("LĐ-TB&XH", "Lao động - Thương binh và Xã hội"),
            Map.entry("LĐTBXH", "Lao động - Thương binh và Xã hội"),
            Map.entry("NN&MT", "Nông nghiệp và Môi trường"),
            Map.entry("NN&PTNT", "Nông nghiệp và Phát triển nông thôn"),
            Map.entry("TC", "Tài chính"),
            Map.entry("KH&ĐT", "Kế hoạch và Đầu tư"),
            Map.entry("KH&CN", "Khoa học và Công nghệ"),
            Map.entry("GD&ĐT", "Giáo dục và Đào tạo"),
            Map.entry("TN&MT", "Tài nguyên và Môi trường"),
            Map.entry("DT&TG", "Dân tộc và Tôn giáo"));

    private static final Pattern WORD = Pattern.compile("\\p{Lu}(?:[\\p{Lu}&]|[,-](?=\\p{Lu})){1,10}(?![\\p{L}&])");

    /** Who heads an agency stands for it; the Prime Minister for himself. */
    private static final Pattern HEAD_OF = Pattern.compile(
            "(?:pho\\s)?(?:bo\\struong|chu\\stich|giam\\sdoc|truong\\sphong|tong\\scuc\\struong|cuc\\struong|chu\\snhiem)\\s(?=[a-z])");

    private static final Pattern ENDS_WITH_LEVEL =
            Pattern.compile("(?:^|.*\\s)(" + Names.LEVELS + ")$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEVEL_INSIDE = Pattern.compile(
            "(?<!\\p{L})(" + Names.LEVELS + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Also with the tone on the other letter. */
    private static final Pattern COMMITTEE = Pattern.compile("Uỷ(?!\\p{L})");

    private static final Pattern COMMITTEE_SMALL = Pattern.compile("(?<=\\s)uỷ(?!\\p{L})");

    /** Names of offices of a kind begin with a capital word, and so does each of the fields they are for. */
    private static final Set<String> OF_FIELDS = Set.of("so", "bo", "phong", "cuc", "ban", "tong", "chi");

    /** Thành phố, and the space before it. */
    private static final int LONGEST_LEVEL = 10;

    private final Names names;

    Agencies(Names names) {
        this.names = names;
    }

    static boolean beginsLikeOne(String folded) {
        return HEAD.matcher(folded).lookingAt();
    }

    /** Whether the name of a part is that of a unit, with the tones that tell "Sở" from "Số lượng" and "Báo" from "Bảo đảm", where it has any. */
    static boolean isUnit(String title) {
        if (!beginsLikeOne(Letters.fold(title))) {
            return false;
        }
        var words = Texts.words(title);
        return words.equals(Texts.words(Texts.fold(title)))
                || UNIT.matcher(words).lookingAt();
    }

    /** @param name as it stands in a sentence */
    String inFull(String name) {
        var expanded = WORD.matcher(Letters.plain(name)).replaceAll(Agencies::expanded);
        var written = COMMITTEE_SMALL
                .matcher(COMMITTEE.matcher(expanded).replaceAll("Ủy"))
                .replaceAll("ủy");
        return complete(Letters.capitalised(ofItsHead(written)));
    }

    /** @param shouted as it stands in the header, in capitals */
    String fromCapitals(String shouted) {
        var words = List.of(Letters.plain(shouted).split(" "));
        var office = new StringBuilder();
        var name = false;
        var field = true;
        var plain = WORD.matcher(Letters.plain(shouted)).replaceAll(Agencies::expanded);
        if (!Letters.isShouted(plain)) {
            words = List.of(plain.split(" "));
        }
        var ofFields = OF_FIELDS.contains(Letters.fold(words.get(0)));
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var small = Letters.isShouted(word) || word.length() == 1 ? word.toLowerCase(Locale.ROOT) : word;
            var joint = small.equals("-") || small.equals("và");
            var capital = name || i == 0 || ofFields && field && !joint;
            office.append(office.isEmpty() ? "" : " ").append(capital ? Letters.capitalised(small) : small);
            field = i == 0 || joint || small.endsWith(",");
            var next = i + 1 < words.size() ? Letters.fold(words.get(i + 1)) : "";
            if (small.equals("ủy") && i == 1) {
                name = true;
            } else if (!next.equals("hoi") && !next.equals("uy") && endsWithLevel(office)) {
                name = true;
                lowerLevel(office);
            }
        }
        return inFull(office.toString());
    }

    private static boolean endsWithLevel(CharSequence text) {
        return ENDS_WITH_LEVEL
                .matcher(text.subSequence(Math.max(0, text.length() - LONGEST_LEVEL), text.length()))
                .matches();
    }

    /** "Thành phố" and "thị xã" are of two words, of which the first came as one of a name. */
    private static void lowerLevel(StringBuilder office) {
        var from = Math.max(0, office.length() - LONGEST_LEVEL);
        var found = ENDS_WITH_LEVEL.matcher(office.substring(from));
        if (found.matches() && from + found.start(1) > 0) {
            office.replace(
                    from + found.start(1), office.length(), found.group(1).toLowerCase(Locale.ROOT));
        }
    }

    private static String expanded(MatchResult word) {
        return SHORT.getOrDefault(word.group(), word.group()).replace("$", "\\$");
    }

    private static String ofItsHead(String name) {
        var folded = Letters.fold(name);
        var head = HEAD_OF.matcher(folded);
        return head.lookingAt() && beginsLikeOne(folded.substring(head.end())) ? name.substring(head.end()) : name;
    }

    private String complete(String name) {
        var level = ENDS_WITH_LEVEL.matcher(name);
        if (level.matches()) {
            var unit = level.group(1).toLowerCase(Locale.ROOT);
            return names.of(unit).map(place -> name + " " + place).orElse(name);
        }
        var folded = Letters.fold(name);
        if (folded.equals("tinh uy")) {
            return names.of("tỉnh").map(place -> name + " " + place).orElse(name);
        }
        if (folded.equals("huyen uy")) {
            return names.of("huyện").map(place -> name + " " + place).orElse(name);
        }
        return folded.startsWith("so ") ? department(name) : name;
    }

    /** A department is always of a province, or of a city that is one. */
    private String department(String name) {
        if (LEVEL_INSIDE.matcher(name).find()) {
            return name;
        }
        var folded = Letters.fold(name);
        for (var level : List.of("tỉnh", "thành phố")) {
            var place = names.of(level);
            if (place.filter(p -> folded.endsWith(" " + Letters.fold(p))).isPresent()) {
                var at = name.length() - place.get().length();
                return name.substring(0, at) + level + " " + name.substring(at);
            }
        }
        return province().map(province -> name + " " + province).orElse(name);
    }

    private Optional<String> province() {
        return names.of("tỉnh")
                .map(name -> "tỉnh " + name)
                .or(() -> names.of("thành phố").map(name -> "thành phố " + name));
    }
}
