package vn.loa.search;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Number and symbol by which an official document is cited, as somebody typed them: {@code 159/KH-UBND}, {@code 30- KH-TU},
 * {@code 06/2022/TT-BTTTT}. State bodies write number/symbol or number/year/symbol (Decree 30/2020/NĐ-CP), the Party number-symbol
 * (Guide 36-HD/VPTW).
 *
 * @param text as typed, its parts in their order and separated, a single digit with the nought that documents write before it; the index sees no difference
 *     between separators
 * @param beside the words around it, without those that every citation has; empty when there are none
 */
record DocumentNumber(String text, Optional<Words> beside) {
    /** Bodies that issue; where only a space or a dot stands before them, nothing less tells a symbol from a word. */
    private static final String BODY = "(?:UBND|HĐND|HDND|TTg|CP|TW)";

    private static final String BETWEEN = "(?:\\s*[/_\\p{Pd}]\\s*|\\.(?=(?i:" + BODY + ")))";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String PART = "[A-Za-zĐđ]{1,12}\\d{0,2}";

    /** Abbreviations of kinds of documents, with which a symbol begins. */
    private static final String KIND = "(?:KH|QĐ|QD|TT|TTLT|NQ|NĐ|ND|CV|CT|CTr|KL|HD|BC|TB|TTr)";

    /** With the dot that some write between thousands. */
    private static final String DIGITS = "(?:\\d{1,2}\\.\\d{3}(?=\\s*[/\\p{Pd}])|\\d{1,5})";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])" + DIGITS + "(?:"
            // 159/KH-UBND, 832/STTTT-TTBCXB, 06/2022/TT-BTTTT, 24/2021/QH15
            + "\\s*/\\s*(?:" + YEAR + BETWEEN + PART + "(?:" + BETWEEN + PART + "){0,3}|" + PART + "(?:" + BETWEEN
            + PART + "){1,3})"
            // 30-KH-TU, 12-NQ/TU
            + "|\\s*\\p{Pd}\\s*(?i:" + KIND + ")(?:" + BETWEEN + PART + "){1,3}"
            // 159KHUBND, 159/KHUBND
            + "|\\s*/?\\s*(?iu:" + KIND + BODY + ")"
            // 159KH-UBND
            + "|(?iu:" + KIND + "[\\s/.\\p{Pd}]+" + BODY + ")"
            // 159 KH UBND, 159/KH UBND, 30 kh tu
            + "|[\\s/\\p{Pd}]+(?:" + YEAR + "[\\s/\\p{Pd}]+)?(?iu:" + KIND + "[\\s/\\p{Pd}]+(?:" + BODY + "|TU)))"
            + "(?![\\p{L}\\p{M}\\p{N}])");

    /** The kind before the number: KH159/UBND. */
    private static final Pattern TURNED = Pattern.compile("(?<![\\p{L}\\p{N}])(?iu:(?<kind>" + KIND
            + ")[\\s/._\\p{Pd}]*(?<digits>\\d{1,5})[\\s/._\\p{Pd}]+(?<body>" + BODY + "))(?![\\p{L}\\p{M}\\p{N}])");

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

    private static final Pattern THOUSANDS = Pattern.compile("^(\\d{1,2})\\.(?=\\d{3})");

    private static final Pattern SINGLE_DIGIT = Pattern.compile("^(?=\\d(?!\\d))");

    private static final Pattern NOUGHTS = Pattern.compile("^0+");

    /** Between the kind and the body of a symbol that was typed as one word. */
    private static final Pattern JOINED = Pattern.compile("(?iu)(?<=[\\d/ ]" + KIND + ")(?=" + BODY + "$)");

    /** Between the number and a symbol that was typed right after it. */
    private static final Pattern CLOSE = Pattern.compile("(?<=\\d)(?=\\p{L})");

    /** The first number among the words; empty when there is none. */
    static Optional<DocumentNumber> in(Words words) {
        var turned = TURNED.matcher(words.text());
        if (turned.find()) {
            return Optional.of(cited(
                    words,
                    turned.start(),
                    turned.end(),
                    turned.group("digits") + "/" + turned.group("kind") + "-" + turned.group("body")));
        }
        var number = NUMBER.matcher(words.text());
        return number.find()
                ? Optional.of(cited(words, number.start(), number.end(), number.group()))
                : Optional.empty();
    }

    private static DocumentNumber cited(Words words, int start, int end, String number) {
        var before = words.text().substring(0, start);
        var after = words.text().substring(end);
        return new DocumentNumber(written(number), Words.of((isCitation(before) ? "" : before) + " " + after));
    }

    /** Whether it is this one, however its parts are separated. */
    boolean isOf(String reference) {
        return bare(text).equals(bare(reference));
    }

    private static String bare(String number) {
        return NOUGHTS.matcher(Folding.fold(number)).replaceFirst("");
    }

    /** With separators that part words in texts, too. */
    private static String written(String typed) {
        var number = SINGLE_DIGIT
                .matcher(THOUSANDS.matcher(typed).replaceFirst("$1"))
                .replaceFirst("0")
                .replace('.', '-')
                .replace('_', '-');
        return CLOSE.matcher(JOINED.matcher(number).replaceFirst("-")).replaceFirst("/");
    }

    private static boolean isCitation(String before) {
        var folded = Folding.fold(before);
        return CITATION.contains(folded)
                || folded.endsWith(" so") && CITATION.contains(folded.substring(0, folded.length() - 3));
    }
}
