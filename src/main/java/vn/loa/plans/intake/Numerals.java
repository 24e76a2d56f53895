package vn.loa.plans.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers that are written in words: hai, ba mươi, hai nghìn năm trăm. */
final class Numerals {
    private static final Map<String, Integer> ONES = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("mốt", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9));
    private static final String TEN = "mười";
    private static final Set<String> THOUSAND = Set.of("nghìn", "ngàn");
    private static final Set<String> ZEROS = Set.of("linh", "lẻ");

    /** All of them, with their tones. */
    private static final Set<String> KNOWN = Stream.of(ONES.keySet(), THOUSAND, ZEROS, Set.of(TEN, "mươi", "trăm"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    private static final String WORD = "(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|linh|le)";

    /** In folded text, which tells no tones: {@link #counted} tells whether it is one. */
    static final String PATTERN = WORD + "(?:\\s" + WORD + "){0,7}";

    /** Behind which a word names one among others, or a time. */
    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "(?:tháng|thứ|quý|khóa|khoá|kỳ|đợt|lần|phần|mục|số|lớp|tiết)\\s$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Behind which "năm" is a number, and "một" is one and no article. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:làm|sản xuất|xây dựng|dựng|biên tập|biên soạn|xuất bản|viết|vẽ|quay|in|mở|tổ chức|thực hiện|phát|số lượng:?)\\s$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> DOUBTFUL = Set.of("một", "năm");

    private Numerals() {}

    /** @param from where its first word begins */
    record Counted(int number, int from) {}

    /**
     * The number that these words end with, where it counts something. Words before it that only look like one without their tones (làm, sau) are none of it.
     *
     * @param text in NFC
     */
    static Optional<Counted> counted(String text, int from, int to) {
        var begin = from;
        while (begin < to && !KNOWN.contains(wordAt(text, begin, to))) {
            begin += wordAt(text, begin, to).length() + 1;
        }
        if (begin >= to) {
            return Optional.empty();
        }
        var words = text.substring(begin, to).toLowerCase(Locale.ROOT);
        var before = text.substring(Math.max(0, begin - 12), begin);
        var isCounted = DOUBTFUL.contains(words)
                ? COUNTED.matcher(before).find()
                : !ONE_OF_MANY.matcher(before).find();
        var number = isCounted ? value(words) : 0;
        return number == 0 ? Optional.empty() : Optional.of(new Counted(number, begin));
    }

    private static String wordAt(String text, int from, int to) {
        var end = from;
        while (end < to && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** 0 for what is no number. @param words in lower case */
    private static int value(String words) {
        var thousands = 0;
        var sum = 0;
        var one = 0;
        for (var word : words.split("\\s")) {
            if (ONES.containsKey(word) && one == 0) {
                one = ONES.get(word);
            } else if (word.equals(TEN) && one == 0 && sum % 100 == 0) {
                sum += 10;
            } else if (word.equals("mươi") && one > 0 && sum % 100 == 0) {
                sum += one * 10;
                one = 0;
            } else if (word.equals("trăm") && one > 0 && sum == 0) {
                sum = one * 100;
                one = 0;
            } else if (THOUSAND.contains(word) && thousands == 0 && sum + one > 0) {
                thousands = (sum + one) * 1_000;
                sum = 0;
                one = 0;
            } else if (!ZEROS.contains(word) || one > 0) {
                return 0;
            }
        }
        return thousands + sum + one;
    }
}
