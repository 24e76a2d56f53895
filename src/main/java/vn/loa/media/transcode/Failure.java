package vn.loa.media.transcode;

import java.util.Locale;
import vn.loa.media.sandbox.ProgramFailed;

/**
 * Why nothing came of a file.
 *
 * @param reason which editors are told in words of their language, see {@link Reason#code}
 * @param detail for the log: figures, or the last lines of the program; English, may quote what the program said
 */
public record Failure(Reason reason, String detail) {
    /** Of a program that did not come to its end. */
    public static Failure of(ProgramFailed failed) {
        var reason = switch (failed.fault()) {
            case CRASHED -> Reason.CRASHED;
            case NOT_STARTED -> Reason.NOT_STARTED;
            case TIMED_OUT -> Reason.TIMED_OUT;
            case FLOODED -> Reason.FLOODED;
            case NO_SPACE -> Reason.NO_SPACE;
            case INTERRUPTED -> Reason.INTERRUPTED;
        };
        return new Failure(reason, failed.detail());
    }

    /** Whether trying again is of no use, because the fault is in the file. */
    public boolean isData() {
        return reason.data;
    }

    /** The same about a file that we made ourselves: whoever sent the source can do nothing about it. */
    Failure ofOwnFile() {
        return isData() ? new Failure(Reason.CRASHED, reason.code() + ": " + detail) : this;
    }

    /** The reasons. The names are kept in the database and in message bundles: do not change them. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY(true),
        /** Its kind is none that is encoded. */
        UNKNOWN_FORMAT(true),
        /** It is not what its first bytes say, or its content makes no sense. */
        UNREADABLE(true),
        /** Its end is missing. */
        TRUNCATED(true),
        /** It can be played with a key only. */
        ENCRYPTED(true),
        /** There is neither sound nor picture in it. */
        NO_STREAMS(true),
        /** More streams than {@link SourceLimits} allows. */
        TOO_MANY_STREAMS(true),
        /** Its picture, or a cover in it, is larger than {@link SourceLimits} allows. */
        PICTURE_TOO_LARGE(true),
        /** It lasts longer than {@link SourceLimits} allows. */
        TOO_LONG(true),
        /** It lasts no time at all, or is a film of a single picture. */
        TOO_SHORT(true),
        /** Its sound or picture is coded in a way that is not read here. */
        UNKNOWN_CODEC(true),
        /** The program ended in an unexpected way. */
        CRASHED(false),
        /** The program could not be started: this machine has too few processes, threads or memory just now. */
        NOT_STARTED(false),
        /** The program took longer than it may, or stood still. */
        TIMED_OUT(false),
        /** The program wrote more than it may. */
        FLOODED(false),
        /** The program used more memory than it may. */
        OUT_OF_MEMORY(false),
        /** The disk is full. */
        NO_SPACE(false),
        /** The portal is being stopped. */
        INTERRUPTED(false);

        private final boolean data;

        Reason(boolean data) {
            this.data = data;
        }

        /** Whether the fault is in the file, so that trying again is of no use. */
        public boolean isData() {
            return data;
        }

        /** As the API and message keys write it, such as {@code too-many-streams}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
