package vn.loa.plans.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.plans.ImpreciseDate;
import vn.loa.plans.Precision;

/**
 * Dates in the ways in which documents write them: {@code ngày 05 tháng 4 năm 2024}, {@code 18/01/2022}, {@code 18-1-2022}; with the day or the month left
 * blank for a hand to fill in. Decree 30/2020/NĐ-CP, Annex I, part II, section I.4.
 */
final class Dates {
    private static final String BLANK = "[\\s.\\u2026_]{0,40}+";

    /** In words, after "ngày"; the day or the month may be blank. */
    private static final Pattern WORDS =
            Pattern.compile("\\bngay" + BLANK + "(" + Digits.ONE + "{0,2}+)" + BLANK + "thang" + BLANK + "("
                    + Digits.ONE + "{0,2}+)" + BLANK + ",?\\s?nam\\s?(" + Digits.ONE + "{4})(?![\\da-z])");

    private static final Pattern FIGURES = Pattern.compile("(?<![\\da-z/])(" + Digits.ONE + "{1,2})\\s?([/.-])\\s?("
            + Digits.ONE + "{1,2})\\s?\\2\\s?(" + Digits.ONE + "{4})(?![\\da-z])");

    private Dates() {}

    /** @param date empty when there is no such day @param from and to, in the passage */
    record Read(Optional<ImpreciseDate> date, int from, int to, Set<Doubt> doubts) {
        Optional<LocalDate> day() {
            return date.filter(d -> d.precision() == Precision.DAY).map(ImpreciseDate::date);
        }
    }

    /** The first date within this part, in either way. */
    static Optional<Read> first(Passage passage, int from, int to) {
        var words = WORDS.matcher(passage.folded()).region(from, to);
        var figures = FIGURES.matcher(passage.folded()).region(from, to);
        var spoken = find(words);
        var brief = find(figures);
        if (spoken && (!brief || words.start() < figures.start())) {
            return Optional.of(inWords(words));
        }
        return brief ? Optional.of(inFigures(figures)) : Optional.empty();
    }

    private static boolean find(Matcher matcher) {
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            if (Digits.isNumber(matcher.group(matcher.groupCount()))) {
                return true;
            }
        }
        return false;
    }

    private static Read inWords(Matcher found) {
        var day = found.group(1);
        var month = found.group(2);
        var year = found.group(3);
        var mended = Digits.isMended(day) || Digits.isMended(month) || Digits.isMended(year);
        if (month.isEmpty()) {
            return read(found, 1, 1, year, Precision.YEAR, mended);
        }
        return day.isEmpty()
                ? read(found, 1, Digits.value(month), year, Precision.MONTH, mended)
                : read(found, Digits.value(day), Digits.value(month), year, Precision.DAY, mended);
    }

    private static Read inFigures(Matcher found) {
        var mended =
                Digits.isMended(found.group(1)) || Digits.isMended(found.group(3)) || Digits.isMended(found.group(4));
        return read(
                found,
                Digits.value(found.group(1)),
                Digits.value(found.group(3)),
                found.group(4),
                Precision.DAY,
                mended);
    }

    private static Read read(Matcher found, int day, int month, String year, Precision precision, boolean mended) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (mended) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        if (precision != Precision.DAY) {
            doubts.add(Doubt.INCOMPLETE);
        }
        try {
            var date = new ImpreciseDate(LocalDate.of(Digits.value(year), month, day), precision);
            return new Read(Optional.of(date), found.start(), found.end(), doubts);
        } catch (DateTimeException e) {
            doubts.add(Doubt.IMPOSSIBLE_DATE);
            return new Read(Optional.empty(), found.start(), found.end(), doubts);
        }
    }
}
