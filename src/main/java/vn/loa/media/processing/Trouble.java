package vn.loa.media.processing;

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
        /** Something here is at fault: another attempt may do better. */
        PROCESSING,
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

    static Trouble of(ProgramFailed failed) {
        return of(Failure.of(failed));
    }

    static Trouble of(Failure failure) {
        var kind = failure.isData()
                ? Kind.DATA
                : failure.reason() == Failure.Reason.INTERRUPTED ? Kind.INTERRUPTED : Kind.PROCESSING;
        return new Trouble(kind, failure.reason().code(), failure.detail());
    }

    static Trouble of(Exception unexpected) {
        return new Trouble(
                Kind.PROCESSING, WantOfRoom.explains(unexpected) ? NO_SPACE : "failed", unexpected.toString());
    }
}
