package vn.loa.catalog;

import vn.loa.common.Coded;
import vn.loa.media.MediaKind;

/** What a track is. */
public enum TrackKind implements Coded {
    AUDIO,
    VIDEO,
    SUBTITLE,
    TRANSCRIPT,
    /** Audio description. Not taken in before a player offers it: what nobody can hear would only seem to be there. */
    DESCRIPTION,
    DOCUMENT,
    IMAGE;

    /** Whether a track of this kind can be that to its work: what is no picture is no poster, and what is played is no attachment. */
    public boolean allows(TrackRole role) {
        return switch (role) {
            case ORIGINAL, TRANSLATION -> true;
            case DUB -> this == AUDIO || this == VIDEO;
            case POSTER -> this == IMAGE;
            case ATTACHMENT -> this == DOCUMENT || this == IMAGE;
        };
    }

    /** Whether the public can be given a track of this kind. */
    boolean isOffered() {
        return this != DESCRIPTION;
    }

    /** Whether it consists of words, which can become others while it stays the same track ({@link Track#reworded}). */
    boolean isWritten() {
        return media() == MediaKind.TEXT;
    }

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
