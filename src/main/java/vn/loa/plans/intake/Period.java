package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The years for which a plan holds, the last included. */
public record Period(int from, int to) {
    private static final String YEAR = "(" + Digits.ONE + "{4})(?![\\da-z])";
    private static final Pattern FROM_TO =
            Pattern.compile("tu\\s(?:nam\\s" + YEAR + "|nay)\\s(?:den|toi)\\s(?:het\\s)?(?:nam\\s)?" + YEAR);
    private static final Pattern SPAN =
            Pattern.compile("(?:giai\\sdoan|nam|cac\\snam)\\s(?:tu\\s)?" + YEAR + "\\s?-\\s?" + YEAR);
    private static final Pattern ONE = Pattern.compile("(?<![a-z])nam\\s" + YEAR + "(?!\\s?-\\s?\\d{4})");

    private static final String WHEN = "thoi gian";
    private static final int FIRST = 1945;
    private static final int LAST = 2100;

    /**
     * Where the plan tells its time, else in its subject.
     *
     * @param issued year, for "từ nay"
     */
    static Optional<Finding<Period>> in(List<Chapter> chapters, Optional<Passage> subject, @Nullable Integer issued) {
        for (var told : told(chapters)) {
            var period = read(told, issued);
            if (period.isPresent()) {
                return period;
            }
        }
        return subject.flatMap(words -> last(words).or(() -> read(words, issued)));
    }

    private static List<Passage> told(List<Chapter> chapters) {
        var told = new ArrayList<Passage>();
        for (var chapter : chapters) {
            if (Letters.fold(chapter.title()).startsWith(WHEN)) {
                told.addAll(chapter.all().stream().limit(2).map(Paragraph::text).toList());
            }
            chapter.text().stream()
                    .map(Paragraph::words)
                    .filter(words -> words.folded().startsWith(WHEN))
                    .forEach(told::add);
        }
        return told;
    }

    private static Optional<Finding<Period>> read(Passage words, @Nullable Integer issued) {
        var fromTo = FROM_TO.matcher(words.folded());
        if (fromTo.find()) {
            var first = fromTo.group(1);
            var last = fromTo.group(2);
            var now = issued == null ? last : String.valueOf(issued);
            return found(words, fromTo.start(), fromTo.end(), first == null ? now : first, last);
        }
        var span = SPAN.matcher(words.folded());
        if (span.find()) {
            return found(words, span.start(), span.end(), span.group(1), span.group(2));
        }
        var one = ONE.matcher(words.folded());
        return one.find() ? found(words, one.start(), one.end(), one.group(1), one.group(1)) : Optional.empty();
    }

    /** The last year that a subject names is its own; a span before it is that of the programme. */
    private static Optional<Finding<Period>> last(Passage words) {
        Optional<Finding<Period>> last = Optional.empty();
        var one = ONE.matcher(words.folded());
        while (one.find()) {
            last = found(words, one.start(), one.end(), one.group(1), one.group(1));
        }
        return last;
    }

    private static Optional<Finding<Period>> found(Passage words, int start, int end, String first, String last) {
        if (!Digits.isNumber(first) || !Digits.isNumber(last)) {
            return Optional.empty();
        }
        var from = Digits.value(first);
        var to = Digits.value(last);
        if (from < FIRST || to > LAST || from > to) {
            return Optional.empty();
        }
        var doubts = EnumSet.noneOf(Doubt.class);
        if (Digits.isMended(first) || Digits.isMended(last)) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        return Optional.of(new Finding<>(new Period(from, to), List.of(words.place(start, end)), doubts));
    }
}
