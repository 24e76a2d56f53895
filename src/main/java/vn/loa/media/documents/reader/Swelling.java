package vn.loa.media.documents.reader;

/** Tells what was packed to burst on the machine of whoever opens it. */
final class Swelling {
    private static final int MOST_RATIO = 100;

    /** What is small when it is unpacked bursts nowhere, however well it was packed. */
    private static final long SMALL = 16L << 20;

    private static final long MOST = 512L << 20;

    private Swelling() {}

    /**
     * @param packed in bytes
     * @param unpacked what has come out of it, in bytes
     */
    static boolean is(long packed, long unpacked) {
        return unpacked > MOST || isHundredfold(packed, unpacked);
    }

    /** The same for what may be as large as it likes, such as all parts of an archive together. */
    static boolean isHundredfold(long packed, long unpacked) {
        return unpacked > SMALL && unpacked / MOST_RATIO > packed;
    }
}
