package vn.loa.editorial;

import java.util.Locale;

/** What kind of thing a publication belongs to. */
public enum SubjectKind {
    PRODUCT,
    PLAN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
