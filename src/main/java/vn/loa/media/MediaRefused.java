package vn.loa.media;

/** A file is not taken in, for a reason its owner can understand; nothing of it was kept. */
public final class MediaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public MediaRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY,
        /** It is larger than the setting allows. */
        TOO_LARGE,
        /** Its bytes are of no kind that Loa keeps: programs and web pages among others. */
        UNKNOWN_TYPE,
        /** It was said to be of one type, and its bytes are of another. */
        OTHER_TYPE
    }
}
