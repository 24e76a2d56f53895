package vn.loa.catalog;

import java.util.Arrays;
import java.util.Locale;

/** Where a track stands; only approved ones are ever public. */
public enum TrackState {
    PROCESSING,
    READY,
    REJECTED,
    APPROVED;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static TrackState of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
