package vn.loa.editorial;

import vn.loa.common.Coded;

/** Where the working revision of a publication stands. */
public enum PublicationState implements Coded {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    SCHEDULED,
    PUBLISHED,
    WITHDRAWN,
    ARCHIVED
}
