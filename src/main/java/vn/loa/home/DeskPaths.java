package vn.loa.home;

import org.jspecify.annotations.Nullable;

/** Where the desk leads to. */
final class DeskPaths {
    private DeskPaths() {}

    /** Where those who work on a product go. */
    static String work(String slug) {
        return "/quan-tri/san-pham/" + slug;
    }

    /** Where those who work on a plan go. */
    static String workPlan(String slug) {
        return "/quan-tri/ke-hoach/" + slug;
    }

    /** The page for everybody; null when it is not public. */
    static @Nullable String product(String slug, Object online) {
        return Boolean.TRUE.equals(online) ? "/san-pham/" + slug : null;
    }

    /** The same of a plan. */
    static @Nullable String plan(String slug, Object online) {
        return Boolean.TRUE.equals(online) ? "/ke-hoach/" + slug : null;
    }
}
