package vn.loa.taxonomy;

import java.util.Arrays;
import java.util.Locale;

/** The level of an administrative unit or of a document. Districts ended on 1 July 2025 (law 72/2025/QH15). */
public enum Level {
    CENTRAL,
    PROVINCE,
    /** Of a provincial department; never of a locality. */
    DEPARTMENT,
    DISTRICT,
    COMMUNE;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no level has this code */
    public static Level of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown level: " + code));
    }
}
