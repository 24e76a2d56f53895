package vn.loa.catalog;

import java.util.Arrays;
import java.util.Locale;

/** What a track is. */
public enum TrackKind {
    AUDIO,
    VIDEO,
    SUBTITLE,
    TRANSCRIPT,
    /** Audio description. */
    DESCRIPTION,
    DOCUMENT,
    IMAGE;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static TrackKind of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }
}
