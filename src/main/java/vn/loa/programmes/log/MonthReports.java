package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import vn.loa.programmes.log.MonthReport.Told;

/** The report that a commune has to file next. Within the transaction of who asks. */
@ApplicationScoped
public class MonthReports {
    private static final int DAYS_BEFORE = 7;

    @Inject
    private ReportFilings filings;

    /** The first day of which {@link #next} has to be told: some days before last month show whether the station played then. */
    public static LocalDate first(LocalDate today) {
        return YearMonth.from(today).minusMonths(1).atDay(1).minusDays(DAYS_BEFORE);
    }

    /** @param lastFiled whether that of the month before is filed */
    public record Next(MonthReport report, boolean lastFiled) {}

    /** That of last month until it is filed, else, or when nothing was aired then, that of this one. One statement. @param place id of the commune */
    public Next next(long place, Told all, LocalDateTime now) {
        var month = YearMonth.from(now);
        var before = month.minusMonths(1);
        var filed = filings.of(place, List.of(month, before));
        var last = MonthReport.of(before, all, now, filed.get(before));
        return last.isEmpty() || last.filed() != null
                ? new Next(MonthReport.of(month, all, now, filed.get(month)), last.filed() != null)
                : new Next(last, false);
    }
}
