package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.log.MonthReport.Filed;
import vn.loa.programmes.log.MonthReport.Told;

/** The report that a commune has to file next. Within the transaction of who asks. */
@ApplicationScoped
public class MonthReports {
    /** So far back somebody is asked, and farther when a month is not filed. */
    private static final int DAYS = 35;

    @Inject
    private ReportFilings filings;

    /** What is filed of this month and of the last. @param current null while this one is not @param last null while the last is not */
    public record Filings(
            LocalDate today,
            @Nullable Filed current,
            @Nullable Filed last) {
        /**
         * The first day whose broadcasts somebody is asked of, here and wherever they are confirmed: some weeks ago, or the first of last month while that is not filed,
         * so that whatever keeps a report from being whole can be put right.
         */
        public LocalDate since() {
            var asked = today.minusDays(DAYS);
            var first = month().minusMonths(1).atDay(1);
            return last == null && first.isBefore(asked) ? first : asked;
        }

        private YearMonth month() {
            return YearMonth.from(today);
        }
    }

    /** One statement. @param place id of the commune */
    public Filings filings(long place, LocalDate today) {
        var month = YearMonth.from(today);
        var filed = filings.of(place, List.of(month, month.minusMonths(1)));
        return new Filings(today, filed.get(month), filed.get(month.minusMonths(1)));
    }

    /** @param lastFiled whether that of the month before is filed */
    public record Next(MonthReport report, boolean lastFiled) {}

    /** That of last month until it is filed, else, or when nothing was aired then, that of this one. Pure. @param all since {@link Filings#since} */
    public static Next next(Filings filings, Told all, LocalDateTime now) {
        var last = MonthReport.of(filings.month().minusMonths(1), all, now, filings.last());
        return filings.last() != null || last.isEmpty()
                ? new Next(MonthReport.of(filings.month(), all, now, filings.current()), filings.last() != null)
                : new Next(last, false);
    }
}
