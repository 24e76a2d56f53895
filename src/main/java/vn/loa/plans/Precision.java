package vn.loa.plans;

import java.util.Arrays;
import java.util.Locale;

/** How exactly a date is known: some plans were published with the day, or even the month, left blank. */
public enum Precision {
    DAY,
    MONTH,
    YEAR;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static Precision of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
