package vn.loa.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanDocument.Promise;
import vn.loa.plans.PlanDocument.Threshold;

/**
 * On which terms something is promised: by when, where it is to be shown, by whom it is done and from which money. Null, or empty,
 * where nothing is said.
 */
public record Terms(
        @Nullable Due due,
        List<String> channels,
        @Nullable Threshold threshold,
        @Nullable String leadUnit,
        List<String> supportingUnits,
        @Nullable String budgetSource) {

    /** @param before whether this day is already too late (trước ngày) */
    public record Due(LocalDate day, boolean before) {}

    private static final Terms NONE = new Terms(null, List.of(), null, null, List.of(), null);

    public Terms {
        channels = List.copyOf(channels);
        supportingUnits = List.copyOf(supportingUnits);
    }

    /** What a promise says. */
    public static Terms of(Promise promise) {
        return new Terms(
                promise.deadline() == null ? null : new Due(promise.deadline(), promise.dueBefore()),
                promise.channels(),
                promise.threshold(),
                promise.leadUnit(),
                promise.supportingUnits(),
                promise.budgetSource());
    }

    /** Those which all of these have in common; none where there is only one. */
    static Terms shared(List<Terms> all) {
        return all.size() < 2
                ? NONE
                : new Terms(
                        common(all, Terms::due),
                        Objects.requireNonNullElse(common(all, Terms::channels), List.of()),
                        common(all, Terms::threshold),
                        common(all, Terms::leadUnit),
                        Objects.requireNonNullElse(common(all, Terms::supportingUnits), List.of()),
                        common(all, Terms::budgetSource));
    }

    private static <T> @Nullable T common(List<Terms> all, Function<Terms, @Nullable T> term) {
        var first = term.apply(all.get(0));
        return all.stream().allMatch(terms -> Objects.equals(term.apply(terms), first)) ? first : null;
    }

    /** What these say beyond the others. */
    Terms beyond(Terms others) {
        return new Terms(
                Objects.equals(due, others.due) ? null : due,
                channels.equals(others.channels) ? List.of() : channels,
                Objects.equals(threshold, others.threshold) ? null : threshold,
                Objects.equals(leadUnit, others.leadUnit) ? null : leadUnit,
                supportingUnits.equals(others.supportingUnits) ? List.of() : supportingUnits,
                Objects.equals(budgetSource, others.budgetSource) ? null : budgetSource);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
