package vn.loa.media;

import vn.loa.common.Coded;

/** What a file is, told from its bytes. */
public enum MediaKind implements Coded {
    AUDIO,
    VIDEO,
    IMAGE,
    DOCUMENT,
    TEXT
}
