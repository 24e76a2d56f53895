package vn.loa.catalog;

/** What comes of changing a track that somebody has read before. */
public sealed interface TrackChange {
    /** As it stands now. */
    record Done(TrackStatus track) implements TrackChange {}

    /** It has changed since it was read; nothing was done. */
    record Stale() implements TrackChange {}

    /** There is no such track. */
    record Unknown() implements TrackChange {}
}
