package vn.loa.archive;

/** Another worker has taken the archive, or it has ended: who is told so leaves it as it is. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(Turn turn) {
        super("Attempt " + turn.attempt() + " at archive " + turn.run() + " is not the last one any more");
    }
}
