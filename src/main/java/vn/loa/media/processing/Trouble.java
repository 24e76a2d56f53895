package vn.loa.media.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import vn.loa.common.WantOfRoom;
import vn.loa.media.MediaRefused;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.transcode.Failure;

/**
 * Why a step did not come to its end.
 *
 * @param kind what to do about it
 * @param reason a code that editors are told in words of their language (message {@code media.trouble.} and the code)
 * @param detail for the log and for who asks further; English
 */
record Trouble(Kind kind, String reason, String detail) {
    private static final String NO_SPACE = Failure.Reason.NO_SPACE.code();

    enum Kind {
        /** The file is at fault: no attempt will do better. */
        DATA,
        /** Something here is at fault, perhaps over this very file: another attempt may do better, but not for ever. */
        PROCESSING,
        /**
         * The disk is full, where files lie is out of reach, or the machine has no room for one more process. It has nothing
         * to do with the file, and goes on when that is over.
         */
        AWAY,
        /** This machine cannot do it at all: it waits for one that can. */
        ELSEWHERE,
        /** Another job has what it needs: its turn comes in a moment. */
        OCCUPIED,
        /** The portal is being stopped: nobody is at fault. */
        INTERRUPTED
    }

    static Trouble of(MediaRefused refused) {
        return new Trouble(Kind.DATA, refused.code(), String.valueOf(refused.getMessage()));
    }

    static Trouble of(DocumentRefused refused) {
        return new Trouble(Kind.DATA, refused.refusal().code(), refused.detail());
    }

    /** A sound cannot be laid over a film of which nobody knows how long it is, and no attempt changes that. */
    static Trouble ofFilmWithoutLength() {
        return new Trouble(Kind.DATA, "film-without-length", "The film that it dubs has no length");
    }

    static Trouble of(ProgramFailed failed) {
        return of(Failure.of(failed));
    }

    static Trouble of(Failure failure) {
        return new Trouble(kind(failure), failure.reason().code(), failure.detail());
    }

    private static Kind kind(Failure failure) {
        return switch (failure.reason()) {
            case NO_SPACE, NOT_STARTED -> Kind.AWAY;
            case INTERRUPTED -> Kind.INTERRUPTED;
            default -> failure.isData() ? Kind.DATA : Kind.PROCESSING;
        };
    }

    /** Steps read and write nothing but files on their disk and in the store: what they cannot read or write is away. */
    static Trouble of(Exception unexpected) {
        if (unexpected instanceof ClosedByInterruptException) {
            return new Trouble(Kind.INTERRUPTED, Failure.Reason.INTERRUPTED.code(), unexpected.toString());
        }
        if (WantOfRoom.explains(unexpected)) {
            return new Trouble(Kind.AWAY, NO_SPACE, unexpected.toString());
        }
        return unexpected instanceof IOException || unexpected instanceof UncheckedIOException
                ? new Trouble(Kind.AWAY, "storage-away", unexpected.toString())
                : new Trouble(Kind.PROCESSING, "failed", unexpected.toString());
    }
}
