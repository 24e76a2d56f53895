package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;

/** Says of a month that its report was filed, or that it was not. The log stays as open as it was. Those of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
public class FileReport {
    @Inject
    private Communes places;

    @Inject
    private ReportFilings filings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param unit name of the commune in addresses @return whether anything has changed; never for a month that has not begun */
    public boolean say(String unit, YearMonth month, boolean filed, Actor by) {
        var now = clock.instant();
        return places.of(unit, by)
                .filter(place -> !month.isAfter(YearMonth.from(LocalDate.ofInstant(now, TimeSource.ZONE))))
                .filter(place -> filed
                        ? filings.add(Communes.id(place), month, by.name(), now)
                        : filings.remove(Communes.id(place), month))
                .map(place -> {
                    audit.record(
                            by,
                            filed ? "file-report" : "unfile-report",
                            "broadcasts",
                            Communes.id(place),
                            place.addressName(),
                            month.toString());
                    return true;
                })
                .orElse(false);
    }
}
