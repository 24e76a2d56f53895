package vn.loa.catalog;

/** What comes of changing subtitles that somebody has read before. */
public sealed interface SubtitleChange {
    /** As they stand now. */
    record Done(SubtitleDraft draft) implements SubtitleChange {}

    /** Somebody else has changed them since they were read; nothing was done. @param revision that they have now */
    record Stale(int revision) implements SubtitleChange {}

    /** There are, for them, no such subtitles. */
    record Unknown() implements SubtitleChange {}
}
