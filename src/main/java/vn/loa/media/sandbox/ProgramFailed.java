package vn.loa.media.sandbox;

/** A program that was to read a foreign file did not come to its end. */
public final class ProgramFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String detail;

    /** @param detail for the log; English, may quote what the program said */
    public ProgramFailed(Fault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    /** Why. Nothing has been learnt of the file. */
    public enum Fault {
        /** It ended in an unexpected way. */
        CRASHED,
        /** It could not be started, or what keeps it in: the machine has too few processes, threads or memory just now. */
        NOT_STARTED,
        /** It took longer than it may, or stood still. */
        TIMED_OUT,
        /** It wrote more than it may. */
        FLOODED,
        /** The disk is full. */
        NO_SPACE,
        /** The portal is being stopped. */
        INTERRUPTED
    }
}
