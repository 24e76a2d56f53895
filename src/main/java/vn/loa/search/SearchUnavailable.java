package vn.loa.search;

/** The search server did not answer, or not in time, or not with what was asked for. Nothing is lost: what is written waits. */
final class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofOneRequest;

    SearchUnavailable(String message) {
        this(message, false);
    }

    /** @param ofOneRequest whether the server lives and only refused what it was asked, or ran out of time for it */
    SearchUnavailable(String message, boolean ofOneRequest) {
        super(message);
        this.ofOneRequest = ofOneRequest;
    }

    SearchUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
        this.ofOneRequest = false;
    }

    /** Whether the next request may do better at once. */
    boolean isOfOneRequest() {
        return ofOneRequest;
    }
}
