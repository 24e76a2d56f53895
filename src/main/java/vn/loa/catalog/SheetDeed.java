package vn.loa.catalog;

import vn.loa.common.Coded;

/** How subtitles came to say what they say in a {@link SubtitleEdition}. */
public enum SheetDeed implements Coded {
    /** They said it before anybody wrote at them here. */
    TAKEN,
    EDIT,
    /** A file took their place. */
    IMPORT,
    /** An older edition did. */
    RESTORE
}
