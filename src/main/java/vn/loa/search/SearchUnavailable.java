package vn.loa.search;

/** The search server did not answer, or not in time, or not with what was asked for. Nothing is lost: what is written waits. */
final class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchUnavailable(String message) {
        super(message);
    }

    SearchUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
