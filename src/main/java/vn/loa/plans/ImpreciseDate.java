package vn.loa.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A date of which the day, or the month too, may be unknown; the unknown parts are 1. */
@Embeddable
public class ImpreciseDate {
    @Column(name = "issued_on")
    private LocalDate date;

    @Column(name = "issued_precision")
    private Precision precision;

    protected ImpreciseDate() {}

    public ImpreciseDate(LocalDate date, Precision precision) {
        this.precision = precision;
        this.date = switch (precision) {
            case DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    public LocalDate date() {
        return date;
    }

    public Precision precision() {
        return precision;
    }
}
