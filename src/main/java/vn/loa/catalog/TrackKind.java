package vn.loa.catalog;

import vn.loa.common.Coded;

/** What a track is. */
public enum TrackKind implements Coded {
    AUDIO,
    VIDEO,
    SUBTITLE,
    TRANSCRIPT,
    /** Audio description. */
    DESCRIPTION,
    DOCUMENT,
    IMAGE
}
