package vn.loa.common;

/**
 * Hints that tell EclipseLink what a query should bring along. JPQL alone cannot: EclipseLink honours {@code join fetch} only on the
 * entity that the query selects, and one level deep. Another persistence provider ignores the hints and runs more statements.
 */
public final class Fetch {
    /** In the same statement: paths to one entity each. May be given several times. */
    public static final String JOIN = "eclipselink.join-fetch";

    /** In the same statement, where there may be none. May be given several times. */
    public static final String LEFT_JOIN = "eclipselink.left-join-fetch";

    /** In one more statement for all results together: paths to collections. May be given several times; needs {@link #BATCH_TYPE}. */
    public static final String BATCH = "eclipselink.batch";

    /** How the further statements find their rows. */
    public static final String BATCH_TYPE = "eclipselink.batch.type";

    /** By the keys of the results. */
    public static final String IN = "IN";

    /**
     * Of a named query that always has a limit: another limit than this one, which should be given at each use, then keeps what was made of the
     * query. Without it, a limit has the statement made anew each time.
     */
    public static final String PREPARED_FOR_AT_MOST = "eclipselink.jdbc.max-rows";

    private Fetch() {}
}
