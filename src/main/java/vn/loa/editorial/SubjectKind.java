package vn.loa.editorial;

import vn.loa.common.Coded;

/** What kind of thing a publication belongs to. */
public enum SubjectKind implements Coded {
    PRODUCT,
    PLAN,
    QUESTION
}
