package vn.loa.plans.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.Terms;

/**
 * By when something is to be done: a day, or a quarter, a month, half a year or a year, of which the last day counts. What names no year is of the last one for which
 * the plan holds.
 */
final class Deadlines {
    private static final String QUARTER = "(?:iv|i{1,3}|[1-4])(?![a-z\\d])";
    private static final String MONTH = "(?:1[0-2]|0?[1-9])(?!\\d)";
    private static final String JOINED = "\\s?(?:,|-|va|den)\\s?";

    /** Behind a part of a year: "/2026", " năm 2026". */
    private static final String OF_YEAR = "(?:(?:\\s?[/-]\\s?|,?\\s(?:cua\\s)?nam\\s)([\\doli]{4})(?![\\da-z]))?";

    private static final Pattern IN_QUARTER = Pattern.compile("(?<![a-z])qu[yi]\\s(?:" + QUARTER + JOINED
            + "(?:qu[yi]\\s)?){0,3}(" + QUARTER + ")" + OF_YEAR + "(?!\\s?[/-]\\s?\\d)");
    /** Not in two cells of a row: "ruộng bậc thang", and the number of works. */
    private static final Pattern IN_MONTH = Pattern.compile("(?<![a-z])thang (?:" + MONTH + JOINED
            + "(?:thang\\s)?){0,11}(" + MONTH + ")" + OF_YEAR + "(?!\\s?[/-]\\s?\\d)");

    private static final Pattern IN_HALF =
            Pattern.compile("(?<![\\da-z])(?:0?6|sau)\\sthang\\s(dau|cuoi)(?![a-z])" + OF_YEAR);
    private static final Pattern AT_END =
            Pattern.compile("(?<![a-z])(?:cuoi|het)\\snam(?![a-z]|\\shoc)(?:\\s([\\doli]{4}))?");
    private static final Pattern IN_YEAR = Pattern.compile("(?<![a-z])nam\\s([\\doli]{4})(?![\\da-z])");
    private static final Pattern EVERY_YEAR = Pattern.compile("(?<![a-z])(?:hang|moi)\\snam(?![a-z])");

    /** Without a year. */
    private static final Pattern ON_DAY = Pattern.compile("(?<![\\da-z/.-])(?:ngay\\s)?(" + Digits.ONE
            + "{1,2})(?:\\s?[/-]\\s?|\\sthang\\s)(" + MONTH + ")(?!\\s?[/.-]\\s?\\d|,?\\s(?:cua\\s)?nam\\s\\d)");

    /** A little before a time: that something is done by then. */
    private static final Pattern CUE = Pattern.compile(
            "(?<![a-z])(?:(hoan\\sthanh|cham\\snhat|xong)|thoi\\sgian(?:\\sthuc\\shien)?|thoi\\shan|tien\\sdo|han)[\\s:,a-z]{0,40}$");

    /** Right before a day that is one. */
    private static final Pattern JOINT =
            Pattern.compile("(?:(?<![a-z])(?:truoc|den|het|trong|la|vao|nhat)|:)\\s(?:ngay\\s)?$");

    private static final Pattern TOO_LATE = Pattern.compile("(?<![a-z])truoc\\s(?:ngay\\s)?$");

    /** Right before a time with which a span of time begins. */
    private static final Pattern STARTS = Pattern.compile("(?<![a-z])(?:tu|sau)\\s(?:ngay\\s)?$");

    private static final Pattern RANGE = Pattern.compile("-\\s?\\D|(?<![a-z])den(?![a-z])");

    /** "ngày 5 tháng 9 năm 2026" is no month. */
    private static final Pattern OF_DAY = Pattern.compile("(?:\\d ?|ngay[\\s.\\u2026_]{0,40})$");

    private static final Pattern WITH_YEAR = Pattern.compile("[\\doli]{4}$");

    /** With which a time begins in a sentence; what stands before it ends there. */
    static final String BEGINS =
            ",?\\s(?:(?:trong|truoc|vao|tu|den|het|cham\\snhat|hoan\\sthanh)\\s){0,3}(?:ngay\\s\\d|\\d{1,2}[/-]\\d|qu[yi]\\s"
                    + QUARTER + "|thang\\s" + MONTH
                    + "|(?:0?6|sau)\\sthang\\s(?:dau|cuoi)|(?:dau|giua|cuoi|het|trong)\\snam(?![a-z])|nam\\s\\d{4}|(?:hang|moi)\\s(?:nam|qu[yi]|thang|tuan|ngay)(?![a-z]))";

    private static final int LOOK_BACK = 64;

    /** Of one passage; no sentence is as long. */
    private static final int LOOK_AHEAD = 10_000;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MONTHS = 12;

    private final @Nullable Integer year;

    /** A time as it stands there. @param sure whether it is a deadline even where nothing says so @param cued whether something says so */
    private record Time(
            LocalDate day, boolean before, int from, int to, boolean sure, boolean cued, Set<Doubt> doubts) {}

    /** @param from and to, in the passage */
    record Read(Terms.Due due, int from, int to, Set<Doubt> doubts) {}

    /** @param year the last one for which the plan holds; null when nothing tells */
    Deadlines(@Nullable Integer year) {
        this.year = year;
    }

    /** What a passage says with so many words: "hoàn thành trong quý III/2026", "trước 30/9". */
    Optional<Read> said(Passage passage, int from, int to) {
        return times(passage, from, to).stream().filter(Time::cued).findFirst().map(Deadlines::read);
    }

    /** The same; else a time that can be nothing else where something is promised: "12 tiểu phẩm trong quý II/2026". */
    Optional<Read> saidOrMeant(Passage passage, int from, int to) {
        return said(passage, from, to)
                .or(() -> times(passage, from, to).stream()
                        .filter(Time::sure)
                        .max(Comparator.comparing(Time::day))
                        .map(Deadlines::read))
                .or(() -> everyYear(passage, from, to));
    }

    private static Read read(Time time) {
        return new Read(new Terms.Due(time.day(), time.before()), time.from(), time.to(), time.doubts());
    }

    private Optional<Read> everyYear(Passage passage, int from, int to) {
        var found = EVERY_YEAR.matcher(passage.folded()).region(from, to).useTransparentBounds(true);
        return year == null || !found.find()
                ? Optional.empty()
                : Optional.of(new Read(
                        new Terms.Due(LocalDate.of(year, MONTHS, 31), false),
                        found.start(),
                        found.end(),
                        EnumSet.of(Doubt.INFERRED)));
    }

    /** In order. */
    private List<Time> times(Passage passage, int from, int end) {
        var to = Math.min(end, from + LOOK_AHEAD);
        var times = new ArrayList<Time>();
        days(passage, from, to, times);
        for (var found : all(IN_QUARTER, passage, from, to)) {
            year(found.group(2)).ifPresent(of -> add(of, quarter(found.group(1)) * 3, 3, found, passage, times));
        }
        for (var found : all(IN_MONTH, passage, from, to)) {
            year(found.group(2)).ifPresent(of -> add(of, Integer.parseInt(found.group(1)), 1, found, passage, times));
        }
        for (var found : all(IN_HALF, passage, from, to)) {
            var last = found.group(1).equals("dau") ? MONTHS / 2 : MONTHS;
            year(found.group(2)).ifPresent(of -> add(of, last, MONTHS / 2, found, passage, times));
        }
        for (var found : all(AT_END, passage, from, to)) {
            year(found.group(1)).ifPresent(of -> add(of, MONTHS, 0, found, passage, times));
        }
        for (var found : all(IN_YEAR, passage, from, to)) {
            // "Thời gian thực hiện: năm 2026" is said of the plan.
            if (isDone(passage, found.start())) {
                year(found.group(1)).ifPresent(of -> add(of, MONTHS, MONTHS, found, passage, times));
            }
        }
        times.sort(Comparator.comparingInt(Time::from));
        return times;
    }

    private static List<MatchResult> all(Pattern pattern, Passage passage, int from, int to) {
        return pattern.matcher(passage.folded())
                .region(from, to)
                .useTransparentBounds(true)
                .results()
                .toList();
    }

    private void days(Passage passage, int from, int to, List<Time> times) {
        for (var at = from; at < to; ) {
            var date = Dates.first(passage, at, to);
            if (date.isEmpty()) {
                break;
            }
            var read = date.get();
            read.day()
                    .ifPresent(day -> addDay(day, read.from(), read.to(), EnumSet.noneOf(Doubt.class), passage, times));
            at = read.to();
        }
        for (var found : all(ON_DAY, passage, from, to)) {
            if (year != null && Digits.isNumber(found.group(1))) {
                day(year, Digits.value(found.group(2)), Digits.value(found.group(1)))
                        .ifPresent(day ->
                                addDay(day, found.start(), found.end(), EnumSet.of(Doubt.INFERRED), passage, times));
            }
        }
    }

    /** A day may be of anything, so that something must say that it is a deadline. */
    private static void addDay(LocalDate day, int from, int to, Set<Doubt> doubts, Passage passage, List<Time> times) {
        var before = before(passage, from);
        var late = TOO_LATE.matcher(before).find();
        var cued =
                late || JOINT.matcher(before).find() && CUE.matcher(before).find() || isCell(passage.text(), from, to);
        times.add(new Time(day, late, from, to, false, cued, doubts));
    }

    private static boolean isCell(String text, int from, int to) {
        return from > 0 && text.charAt(from - 1) == '\t' && (to == text.length() || text.charAt(to) == '\t');
    }

    /** @param months that the span has; none when it is only its end */
    private void add(int of, int last, int months, MatchResult found, Passage passage, List<Time> times) {
        var before = before(passage, found.start());
        var isRange = RANGE.matcher(found.group()).find();
        if (!isRange && STARTS.matcher(before).find() || OF_DAY.matcher(before).find()) {
            return;
        }
        var end = LocalDate.of(of, last, 1).with(TemporalAdjusters.lastDayOfMonth());
        var late = months > 0 && TOO_LATE.matcher(before).find();
        var day = late ? LocalDate.of(of, last, 1).minusMonths(months - 1L) : end;
        var yearless = !WITH_YEAR.matcher(found.group()).find();
        times.add(new Time(
                day,
                late,
                found.start(),
                found.end(),
                !yearless || months != 1,
                late || CUE.matcher(before).find(),
                yearless ? EnumSet.of(Doubt.INFERRED) : EnumSet.noneOf(Doubt.class)));
    }

    private static boolean isDone(Passage passage, int at) {
        var before = before(passage, at);
        var cue = CUE.matcher(before);
        return TOO_LATE.matcher(before).find() || cue.find() && cue.group(1) != null;
    }

    private static String before(Passage passage, int at) {
        return passage.folded().substring(Math.max(0, at - LOOK_BACK), at);
    }

    private Optional<Integer> year(@Nullable String written) {
        if (written == null || !Digits.isNumber(written)) {
            return Optional.ofNullable(year);
        }
        return Optional.of(Digits.value(written)).filter(of -> of >= FIRST_YEAR && of <= LAST_YEAR);
    }

    private static int quarter(String written) {
        return switch (written) {
            case "i", "1" -> 1;
            case "ii", "2" -> 2;
            case "iii", "3" -> 3;
            default -> 4;
        };
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
