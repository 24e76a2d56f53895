package vn.loa.catalog;

import vn.loa.common.Coded;

/** How subtitles came to say what they say in a {@link SubtitleEdition}. */
public enum SheetDeed implements Coded {
    /** They said it before anybody wrote at them here; when that is not the first edition, a file that was sent in their place was approved. */
    TAKEN,
    /** Somebody wrote them; the page, or a program, saved them meanwhile. */
    EDIT,
    /** Somebody wrote them and wanted them saved as they are. */
    SAVE,
    /** A file took their place. */
    IMPORT,
    /** An older edition did. */
    RESTORE
}
