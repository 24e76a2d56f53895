package vn.loa.taxonomy;

import vn.loa.common.Coded;

/** The level of an administrative unit or of a document. Districts ended on 1 July 2025 (law 72/2025/QH15). */
public enum Level implements Coded {
    CENTRAL,
    PROVINCE,
    /** Of a provincial department; never of a locality. */
    DEPARTMENT,
    DISTRICT,
    COMMUNE
}
