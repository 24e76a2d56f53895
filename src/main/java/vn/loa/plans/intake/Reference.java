package vn.loa.plans.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Number and symbol of a document: Decree 30/2020/NĐ-CP, Annex I, part II, section I.3. {@code 159/KH-UBND}, {@code 06/2022/TT-BTTTT},
 * {@code 1371/STTTT-TTBCXB}, and as the Party writes them {@code 05-CT/TW}.
 *
 * @param number null where it is left blank
 * @param sign between number and symbol
 * @param from where it begins in its passage
 */
record Reference(@Nullable String number, char sign, String symbol, int from, int to, Set<Doubt> doubts) {
    /** Of letters with digits (QH14) and signs; the last after a break of the line, perhaps. */
    private static final String PIECE = "[a-z][a-z\\d&.]{0,15}";

    private static final String NUMBER = "(?<![\\da-z/])(" + Digits.ONE + "{1,6}[a-c]?(?:/" + Digits.ONE + "{4})?)";
    private static final String SYMBOL = "(" + PIECE + "(?:[-/]" + PIECE + "){0,4})";

    private static final Pattern CITED = Pattern.compile(NUMBER + "\\s?([/-])\\s?" + SYMBOL);

    /** In its own line; hands fill the number in later, and scanners part its digits. */
    private static final Pattern OWN =
            Pattern.compile("(?<![a-z])so\\s?[:.]?[\\s.\\u2026_]{0,60}+((?:" + Digits.ONE + "(?:\\s?" + Digits.ONE
                    + "){0,5}+)?+[a-c]?(?:/" + Digits.ONE + "{4})?)[\\s.\\u2026_]{0,60}+([/-])\\s?" + SYMBOL);

    /** What follows a hyphen with a space is still of the symbol when it is written in capitals. */
    private static final Pattern REST = Pattern.compile("\\s?-\\s?(\\p{Lu}{2,12})(?![\\p{L}])");

    /** With which a line of the header says it. */
    static Optional<Reference> own(Passage passage) {
        var found = OWN.matcher(passage.folded());
        return found.find()
                ? Optional.of(
                        read(passage, found.group(1), found.start(1), found.start(2), found.start(3), found.end()))
                : Optional.empty();
    }

    /** At this place, where "số" stood before. */
    static Optional<Reference> at(Passage passage, int from) {
        var found =
                CITED.matcher(passage.folded()).region(from, passage.length()).useTransparentBounds(true);
        return found.lookingAt() && Digits.isNumber(found.group(1))
                ? Optional.of(
                        read(passage, found.group(1), found.start(1), found.start(2), found.start(3), found.end()))
                : Optional.empty();
    }

    private static Reference read(Passage passage, String digits, int from, int sign, int symbolAt, int end) {
        var to = end;
        while (to > symbolAt + 1 && passage.text().charAt(to - 1) == '.') {
            to--;
        }
        var symbol = passage.text().substring(symbolAt, to);
        var rest = REST.matcher(passage.text()).region(to, passage.length());
        if (symbol.indexOf('-') < 0 && symbol.indexOf('/') < 0 && rest.lookingAt()) {
            symbol += "-" + rest.group(1);
            to = rest.end();
        }
        var shouted = symbol.equals(symbol.toLowerCase(Locale.ROOT)) ? symbol.toUpperCase(Locale.ROOT) : symbol;
        var number = digits.replaceAll("\\s", "");
        var doubts = EnumSet.noneOf(Doubt.class);
        if (!number.equals(digits)) {
            doubts.add(Doubt.PARTED_DIGITS);
        }
        if (Digits.isMended(number)) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        return new Reference(
                number.isEmpty() ? null : Digits.mend(number),
                passage.text().charAt(sign),
                shouted,
                digits.isEmpty() ? sign : from,
                to,
                doubts);
    }

    /** The same, found where it does not belong. */
    Reference inferred() {
        var more = EnumSet.of(Doubt.INFERRED);
        more.addAll(doubts);
        return new Reference(number, sign, symbol, from, to, more);
    }

    /** As people cite it. */
    String cited() {
        return (number == null ? "" : number) + sign + symbol;
    }
}
