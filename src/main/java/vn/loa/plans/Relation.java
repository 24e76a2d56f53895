package vn.loa.plans;

import java.util.Arrays;
import java.util.Locale;

/** What a plan has to do with a legal basis (căn cứ). */
public enum Relation {
    BASED_ON,
    IMPLEMENTS,
    AMENDS,
    ALLOCATES_BUDGET,
    ATTACHES;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static Relation of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
