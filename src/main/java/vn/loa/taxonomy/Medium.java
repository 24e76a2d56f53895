package vn.loa.taxonomy;

import java.util.Locale;

/** How a work of a genre is taken in: it decides what its page puts first. */
public enum Medium {
    AUDIO,
    VIDEO,
    TEXT,
    PRINT;

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
