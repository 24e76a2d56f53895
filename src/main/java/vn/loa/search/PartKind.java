package vn.loa.search;

import vn.loa.common.Coded;

/** What a part of a work or plan is that can be opened by itself. */
public enum PartKind implements Coded {
    /** Of a subtitle or transcript; opens at its second. */
    CUE,
    /** Of a plan; opens at its anchor. */
    SECTION,
    /** Of a document; opens at its number. */
    PAGE
}
