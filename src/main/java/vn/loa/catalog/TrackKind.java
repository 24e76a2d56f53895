package vn.loa.catalog;

import vn.loa.common.Coded;
import vn.loa.media.MediaKind;

/** What a track is. */
public enum TrackKind implements Coded {
    AUDIO,
    VIDEO,
    SUBTITLE,
    TRANSCRIPT,
    /** Audio description. */
    DESCRIPTION,
    DOCUMENT,
    IMAGE;

    /** Of what kind its file is. */
    MediaKind media() {
        return switch (this) {
            case AUDIO, DESCRIPTION -> MediaKind.AUDIO;
            case VIDEO -> MediaKind.VIDEO;
            case SUBTITLE, TRANSCRIPT -> MediaKind.TEXT;
            case DOCUMENT -> MediaKind.DOCUMENT;
            case IMAGE -> MediaKind.IMAGE;
        };
    }
}
