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

    /** Whether both may be one day, as far as is known of each. */
    boolean mayBe(ImpreciseDate other) {
        var known = precision.compareTo(other.precision) > 0 ? precision : other.precision;
        return new ImpreciseDate(date, known).date.equals(new ImpreciseDate(other.date, known).date);
    }

    public LocalDate date() {
        return date;
    }

    public Precision precision() {
        return precision;
    }
}
