package vn.loa.media.transcode;

/** Is told how far an encoding is. Called from the thread that encodes; what it throws ends the encoding. */
@FunctionalInterface
public interface Progress {
    /** Nobody wants to know. */
    Progress UNWATCHED = percent -> {};

    /** @param percent from 0 to 100, never falling, each value once */
    void reached(int percent);

    /**
     * A file is finished and stays in the folder; the same one is in the result later. It may be kept at once, so that people need not
     * wait for the others.
     */
    default void finished(EncodedFile file) {}

    /** The main sound was listened to; {@link Probe#heard(Heard)} spares the next one who encodes the same file to do so again. */
    default void heard(Heard sound) {}
}
