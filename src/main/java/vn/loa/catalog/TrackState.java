package vn.loa.catalog;

import vn.loa.common.Coded;

/** Where a track stands; only approved ones are ever public. */
public enum TrackState implements Coded {
    PROCESSING,
    READY,
    REJECTED,
    APPROVED
}
