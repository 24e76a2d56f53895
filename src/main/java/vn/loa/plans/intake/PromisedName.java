package vn.loa.plans.intake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a promised product is called: the words for its genre and what tells it from others of that genre, of what it is, in which language, where. What has a field of
 * its own (how long, by when, for how much) is no part of it.
 *
 * @param bare whether it says nothing but the genre
 */
record PromisedName(String text, boolean bare) {
    private static final int LONGEST = 180;

    /** More is cut off anyway. */
    private static final int LOOK_AHEAD = 2 * LONGEST;

    /** What is done with a product, behind "và"; else that ties two words of a name ("vốn vay và nước sạch"). */
    private static final String DONE =
            "(?:bien\\sdich|dich|phat|dang|long\\stieng|to\\schuc|thuc\\shien|san\\sxuat|bien\\stap|bien\\ssoan|xay\\sdung|in|treo|lap\\sdat|gui|cap|tuyen\\struyen|truyen\\sthong|trien\\skhai|bao\\sdam|hoan\\sthanh)";

    /** "Để" and "đề" are the same without marks, but not behind these: phụ đề, chuyên đề, chủ đề, vấn đề; nor is "đề án" a purpose. */
    private static final String PURPOSE = "(?<!phu|chuyen|chu|van|tieu)\\sde\\s(?!an\\s|tai\\s)";

    /** How long one is. */
    private static final String LASTS =
            "\\s(?:(?:dai|tu|tren|duoi|khoang|toi\\sda|toi\\sthieu)\\s){0,2}\\d{1,3}\\s?(?:phut\\s?)?(?:(?:-|den)\\s?\\d{1,3}\\s?)?phut";

    private static final Pattern ENDS = Pattern.compile(";|(?<!tieng):|\\.(?!\\d)|(?<!\\d)\\.|"
            + Deadlines.BEGINS
            + "|,?(?:"
            + PURPOSE
            + "|\\snham\\s|(?<!doi)\\s(?:moi|voi|gom)\\s|\\s(?:voi\\s)?(?:thoi\\sluong|thoi\\sgian|thoi\\shan|so\\sluong|kinh\\sphi|don\\sgia|hoan\\sthanh|xong|chu\\stri)(?![a-z])"
            + "|\\s(?:co|dat)\\s(?:luong|tu\\s\\d|it\\snhat|tren\\s\\d)|\\sx\\s\\d|"
            + LASTS
            + "|\\sva\\s"
            + DONE
            + "(?![a-z]))|/\\s?(?:nam|quy|thang|tuan|ngay|ky)(?![a-z])");

    /** Signs, and words that tie to what was left out. */
    private static final Pattern LOOSE_END = Pattern.compile(
            "(?:[\\s,\\-\\u2013/]|\\s(?:và|từ|trong|vào|trước|đến|là|của|cho|về))+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @param from where it begins @param genreTo where the words for the genre end @param limit where what is only about it ends, unless its cell does before */
    static PromisedName in(Passage passage, int from, int genreTo, int limit) {
        var tab = passage.text().indexOf('\t', genreTo);
        var last = Math.min(limit, genreTo + LOOK_AHEAD);
        var to = Math.max(genreTo, tab < 0 ? last : Math.min(tab, last));
        var ends = ENDS.matcher(passage.folded()).region(genreTo, to).useTransparentBounds(true);
        var end = ends.find() ? ends.start() : to;
        var words = closed(LOOSE_END.matcher(passage.plain(from, end)).replaceFirst(""));
        var genre = passage.plain(from, genreTo);
        var bare = words.length() <= genre.length();
        return new PromisedName(Letters.capitalised(shortened(bare ? genre : words)), bare);
    }

    /** With what else its row says of it. */
    PromisedName with(List<String> said) {
        var more = said.stream()
                .filter(words -> words.chars().anyMatch(Character::isLetter))
                .filter(words -> !Letters.fold(text).contains(Letters.fold(words)))
                .toList();
        return more.isEmpty()
                ? this
                : new PromisedName(shortened(text + (bare ? ": " : "; ") + String.join("; ", more)), false);
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        var end = words.lastIndexOf(' ', LONGEST);
        return LOOSE_END.matcher(words.substring(0, end > 0 ? end : LONGEST)).replaceFirst("") + "…";
    }

    /** Without a bracket that was opened and is closed in what was left out. */
    private static String closed(String words) {
        var open = words.lastIndexOf('(');
        return open > words.lastIndexOf(')')
                ? LOOSE_END.matcher(words.substring(0, open)).replaceFirst("")
                : words;
    }
}
