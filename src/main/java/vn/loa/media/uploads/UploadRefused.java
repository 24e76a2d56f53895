package vn.loa.media.uploads;

import vn.loa.common.Coded;
import vn.loa.common.Messages;
import vn.loa.common.Saying;
import vn.loa.common.Texts;

/** An upload, or a part of one, is not taken; the message says why and what to do. */
public final class UploadRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** How many megabytes may come; 0 when it is not about that. */
    private final long megabytes;

    /** The key of what people are told, without what all of them begin with. */
    private final String words;

    public UploadRefused(Reason reason, String message) {
        this(reason, message, 0, reason.code());
    }

    private UploadRefused(Reason reason, String message, long megabytes, String words) {
        super(message);
        this.reason = reason;
        this.megabytes = megabytes;
        this.words = words;
    }

    /** @param message with a place for the number of bytes that may come at most */
    static UploadRefused beyond(long mostBytes, Reason reason, String message) {
        return new UploadRefused(reason, message.formatted(mostBytes), mostBytes >> 20, reason.code());
    }

    /** What the file is called cannot be taken: whoever sends it can mend that by themselves. */
    static UploadRefused misnamed(String message) {
        return new UploadRefused(Reason.MALFORMED, message, 0, "misnamed");
    }

    /** Why, and what to do about it, for the person who sends the file. */
    public Texts explanation() {
        return Messages.complete(saying()::in);
    }

    /** The same, to be said later. */
    public Saying saying() {
        return Saying.of("upload.refused." + words, megabytes);
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason implements Coded {
        /** There is none of this name, or it is somebody else's, or it has ended. */
        UNKNOWN,
        /** The time in which it could be continued is over. */
        EXPIRED,
        /** What is said about it makes no sense. */
        MALFORMED,
        /** It is said to be of a type that is never taken. */
        NOT_TAKEN,
        /** It is larger than the setting allows. */
        TOO_LARGE,
        /** More bytes came than were declared. */
        MORE_THAN_DECLARED,
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
