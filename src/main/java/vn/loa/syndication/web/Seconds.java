package vn.loa.syndication.web;

/** A moment of a recording as it stands in an address. */
final class Seconds {
    private static final long LONGEST = 86_400;

    private Seconds() {}

    /** Whole seconds; 0 for what is no number. */
    static long of(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,3})?") ? Math.min(LONGEST, (long) Double.parseDouble(text)) : 0;
    }
}
