package vn.loa.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.loa.plans.DeliverableProgress;

/**
 * Whether somebody must still think of a promise: real works are fewer than were promised, all together or in one of the languages. What is
 * sample content is nobody's result.
 *
 * @param lastDay on which the promise can be kept
 * @param ofSample whether the plan is sample content
 */
record Reminder(LocalDate lastDay, boolean ofSample, DeliverableProgress come) {
    /** Days until the last one; less than 0 when it is over. */
    long days(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    /**
     * A promise without a number is open until something is published, or its day is over: nothing can be too little for it. Of a sample plan
     * that nobody works with, nothing is known to be late.
     */
    boolean isDue(LocalDate today) {
        if (days(today) >= 0) {
            return isShort();
        }
        return come.overdue() || come.promised() != null && !ofSample && isShort();
    }

    private boolean isShort() {
        var real = come.published() - come.samples();
        var promised = come.promised();
        return promised == null
                ? real == 0
                : real < promised || come.languages().stream().anyMatch(language -> language.published() < promised);
    }
}
