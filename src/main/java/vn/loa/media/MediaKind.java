package vn.loa.media;

import java.util.Arrays;
import java.util.Locale;

/** What a file is, told from its bytes. */
public enum MediaKind {
    AUDIO,
    VIDEO,
    IMAGE,
    DOCUMENT,
    TEXT;

    /** As the database writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static MediaKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown media kind: " + code));
    }
}
