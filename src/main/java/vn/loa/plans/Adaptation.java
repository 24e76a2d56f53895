package vn.loa.plans;

import java.util.Arrays;
import java.util.Locale;

/** How a work reaches people who speak another language. */
public enum Adaptation {
    DUB,
    SUBTITLE,
    NONE;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static Adaptation of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
