package vn.loa.media;

import vn.loa.common.Coded;

/** Where an asset stands between an editor's file and what people can play. */
public enum AssetState implements Coded {
    /** An upload is named; its bytes wait to be taken in. */
    RECEIVED,
    /** The master is kept; nothing can be played yet. */
    PROCESSING,
    /** It can be played; more renditions may follow. */
    READY,
    /** Nothing will come of it. */
    REJECTED
}
