package vn.loa.search;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Number and symbol by which an official document is cited, as somebody typed them: {@code 159/KH-UBND}, {@code 30- KH-TU},
 * {@code 06/2022/TT-BTTTT}. State bodies write number/symbol or number/year/symbol (Decree 30/2020/NĐ-CP), the Party number-symbol
 * (Guide 36-HD/VPTW).
 *
 * @param text as typed, its parts separated; the index sees no difference between separators
 * @param beside the words around it, without those that every citation has; empty when there are none
 */
record DocumentNumber(String text, Optional<Words> beside) {
    /** Bodies that issue; where only a space or a dot stands before them, nothing less tells a symbol from a word. */
    private static final String BODY = "(?:UBND|HĐND|HDND|TTg|CP|TW)";

    private static final String BETWEEN = "(?:\\s*[/\\p{Pd}]\\s*|\\.(?=(?i:" + BODY + ")))";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String PART = "[A-Za-zĐđ]{1,12}\\d{0,2}";

    /** Abbreviations of kinds of documents, with which a symbol begins. */
    private static final String KIND = "(?:KH|QĐ|QD|TT|TTLT|NQ|NĐ|ND|CV|CT|CTr|KL|HD|BC|TB|TTr)";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\d{1,5}(?:"
            // 159/KH-UBND, 832/STTTT-TTBCXB, 06/2022/TT-BTTTT, 24/2021/QH15
            + "\\s*/\\s*(?:" + YEAR + BETWEEN + PART + "(?:" + BETWEEN + PART + "){0,3}|" + PART + "(?:" + BETWEEN
            + PART + "){1,3})"
            // 30-KH-TU, 12-NQ/TU
            + "|\\s*\\p{Pd}\\s*(?i:" + KIND + ")(?:" + BETWEEN + PART + "){1,3}"
            // 159KH-UBND
            + "|(?i:" + KIND + "[\\s/.\\p{Pd}]+" + BODY + ")"
            // 159 KH UBND, 159/KH UBND
            + "|[\\s/\\p{Pd}]+(?:" + YEAR + "[\\s/\\p{Pd}]+)?(?i:" + KIND + "[\\s/\\p{Pd}]+" + BODY + "))"
            + "(?![\\p{L}\\p{M}\\p{N}])");

    /** What stands before a number when a document is cited, folded. */
    private static final Set<String> CITATION = Set.of(
            "so",
            "van ban",
            "ke hoach",
            "quyet dinh",
            "thong tu",
            "thong tu lien tich",
            "nghi quyet",
            "nghi dinh",
            "cong van",
            "chi thi",
            "chuong trinh",
            "ket luan",
            "huong dan",
            "bao cao",
            "thong bao",
            "to trinh",
            "luat");

    /** Between the number and a symbol that was typed right after it. */
    private static final Pattern CLOSE = Pattern.compile("(?<=\\d)(?=\\p{L})");

    /** The first number among the words; empty when there is none. */
    static Optional<DocumentNumber> in(Words words) {
        var number = NUMBER.matcher(words.text());
        if (!number.find()) {
            return Optional.empty();
        }
        var before = words.text().substring(0, number.start());
        var after = words.text().substring(number.end());
        return Optional.of(new DocumentNumber(
                written(number.group()), Words.of((isCitation(before) ? "" : before) + " " + after)));
    }

    /** With separators that part words in texts, too. */
    private static String written(String typed) {
        return CLOSE.matcher(typed.replace('.', '-')).replaceFirst("/");
    }

    private static boolean isCitation(String before) {
        var folded = Folding.fold(before);
        return CITATION.contains(folded)
                || folded.endsWith(" so") && CITATION.contains(folded.substring(0, folded.length() - 3));
    }
}
