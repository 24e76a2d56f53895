package vn.loa.media.uploads;

/** An upload, or a part of one, is not taken; the message says why and what to do. */
public final class UploadRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public UploadRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** There is none of this name, or it is somebody else's, or it has ended. */
        UNKNOWN,
        /** The time in which it could be continued is over. */
        EXPIRED,
        /** What is said about it makes no sense. */
        MALFORMED,
        /** It is larger than the setting allows, or more bytes came than were declared. */
        TOO_LARGE,
        /** The account has as much on its way as it may. */
        QUOTA_FULL,
        /** The disk has no room for it. */
        NO_ROOM,
        /** The part does not begin where the last one ended. */
        WRONG_OFFSET,
        /** The bytes are not those that were sent; nothing of the part was kept. */
        WRONG_CHECKSUM,
        /** Another request is sending bytes of it. */
        LOCKED,
        /** Bytes are missing. */
        INCOMPLETE,
        /** It is the master of an asset already. */
        TAKEN
    }
}
