package vn.loa.media.transcode;

/** How a failure travels inside this package; what leaves it is an {@link Outcome}. */
final class TranscodingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    TranscodingFailed(Failure.Reason reason, String detail) {
        super(reason + ": " + detail);
        this.failure = new Failure(reason, detail);
    }

    TranscodingFailed(Failure failure) {
        super(failure.reason() + ": " + failure.detail());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
