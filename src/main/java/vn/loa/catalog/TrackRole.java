package vn.loa.catalog;

import vn.loa.common.Coded;

/** What a track is to its work. */
public enum TrackRole implements Coded {
    ORIGINAL,
    DUB,
    TRANSLATION,
    POSTER,
    ATTACHMENT;

    /** Whether it carries the work over into another language. */
    public boolean isTranslated() {
        return this == DUB || this == TRANSLATION;
    }
}
