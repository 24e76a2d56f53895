package vn.loa.search;

/** The search server did not answer, or not in time, or not with what was asked for. Nothing is lost: what is written waits. */
final class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofOneRequest;
    private final boolean forWantOfIndex;

    SearchUnavailable(String message) {
        this(message, false);
    }

    /** @param ofOneRequest whether the server lives and only refused what it was asked, or ran out of time for it */
    SearchUnavailable(String message, boolean ofOneRequest) {
        this(message, ofOneRequest, false);
    }

    private SearchUnavailable(String message, boolean ofOneRequest, boolean forWantOfIndex) {
        super(message);
        this.ofOneRequest = ofOneRequest;
        this.forWantOfIndex = forWantOfIndex;
    }

    SearchUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
        this.ofOneRequest = false;
        this.forWantOfIndex = false;
    }

    /** The server lives and knows no such index. */
    static SearchUnavailable withoutIndex(String message) {
        return new SearchUnavailable(message, true, true);
    }

    /** Whether there is a server, but not the index that was asked. */
    boolean isForWantOfIndex() {
        return forWantOfIndex;
    }

    /** Whether the next request may do better at once. */
    boolean isOfOneRequest() {
        return ofOneRequest;
    }
}
