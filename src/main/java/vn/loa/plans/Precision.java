package vn.loa.plans;

import vn.loa.common.Coded;

/** How exactly a date is known: some plans were published with the day, or even the month, left blank. */
public enum Precision implements Coded {
    DAY,
    MONTH,
    YEAR
}
