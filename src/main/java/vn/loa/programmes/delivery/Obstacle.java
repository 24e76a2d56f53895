package vn.loa.programmes.delivery;

import vn.loa.common.Coded;

/** Why something was not taken, and what may end it. */
public enum Obstacle implements Coded {
    /** Nobody knows the host. */
    UNKNOWN_HOST(Cure.TIME),
    /** The address lies in a network to which nothing may be sent. */
    FORBIDDEN(Cure.SOMEBODY),
    /** There is no connection. */
    UNREACHABLE(Cure.TIME),
    /** It took too long. */
    TIMEOUT(Cure.TIME),
    /** The certificate of the other side is not good. */
    CERTIFICATE(Cure.SOMEBODY),
    /** It has answered that it cannot now. */
    BUSY(Cure.TIME),
    /** It has answered that something is wrong with itself, which may be for what it was sent. */
    SERVER_FAULT(Cure.TIME_ALONE),
    /** It does not know who sends. */
    LOGIN(Cure.SOMEBODY),
    /** It has answered that it does not want this. */
    NOT_WANTED(Cure.NONE),
    /** It would have to be sent elsewhere, which is for somebody to decide. */
    REDIRECT(Cure.SOMEBODY),
    /** Nobody has said by which key the server is known. */
    NEW_HOST_KEY(Cure.SOMEBODY),
    /** The server has another key than it should. */
    OTHER_HOST_KEY(Cure.SOMEBODY),
    /** There is no such folder, or nothing may be written there. */
    NO_FOLDER(Cure.SOMEBODY),
    /** No room is left, here or there. */
    NO_ROOM(Cure.TIME),
    /** What is kept of password, token or key cannot be read any more. */
    SECRET_LOST(Cure.SOMEBODY),
    /** For reasons that nobody foresaw; the log says more. */
    BROKEN(Cure.TIME_ALONE);

    /** What may end it. */
    enum Cure {
        /** It passes by itself; until then nothing else would be taken either. */
        TIME,
        /** It passes by itself, and may be for what was sent. */
        TIME_ALONE,
        /** Somebody has to change something, here or there; until then nothing else would be taken either. */
        SOMEBODY,
        /** This is never taken. */
        NONE
    }

    private final Cure cure;

    Obstacle(Cure cure) {
        this.cure = cure;
    }

    /** Whether the other side has answered so; otherwise nobody has. */
    public boolean isAnswer() {
        return switch (this) {
            case BUSY, SERVER_FAULT, LOGIN, NOT_WANTED, REDIRECT -> true;
            default -> false;
        };
    }

    Cure cure() {
        return cure;
    }
}
