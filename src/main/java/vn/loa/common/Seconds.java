package vn.loa.common;

import java.math.BigDecimal;

/** A moment of a recording as players and addresses count: {@code 72.4}, seconds and thousandths (W3C Media Fragments, 4.2.1). */
public final class Seconds {
    private static final long LONGEST_MILLIS = 86_400_000;
    private static final int THOUSANDTHS = 3;

    private Seconds() {}

    /** In milliseconds, a day at most; 0 for what is no number. */
    public static long millis(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,3})?")
                ? Math.min(
                        LONGEST_MILLIS,
                        new BigDecimal(text).movePointRight(THOUSANDTHS).longValueExact())
                : 0;
    }

    /** Without zeros at its end. */
    public static String text(long millis) {
        return BigDecimal.valueOf(millis, THOUSANDTHS).stripTrailingZeros().toPlainString();
    }
}
