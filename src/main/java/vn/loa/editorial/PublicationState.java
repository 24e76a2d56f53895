package vn.loa.editorial;

import java.util.Locale;

/** Where the working revision of a publication stands. */
public enum PublicationState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    SCHEDULED,
    PUBLISHED,
    WITHDRAWN,
    ARCHIVED;

    /** As the API writes it: {@code in-review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
