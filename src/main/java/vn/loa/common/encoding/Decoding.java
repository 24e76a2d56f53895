package vn.loa.common.encoding;

/** What came of turning the bytes of a file into letters. */
public sealed interface Decoding {
    /**
     * @param encoding of the file, or that from which its letters were taken wrongly before, when they are turned back
     * @param text without byte order mark
     */
    record Read(TextEncoding encoding, String text, Turn turn) implements Decoding {
        Read(TextEncoding encoding, String text) {
            this(encoding, text, Turn.NONE);
        }
    }

    /** Whether the bytes of an older encoding were taken for letters of western Europe before the file was saved as Unicode. */
    enum Turn {
        NONE,
        /** It seems so, but there are too few words to be sure: they are as they were. */
        SUSPECTED,
        /** It was so, and is put right. */
        TURNED_BACK
    }

    /** The file is in this encoding, but damaged. @param line with the first damage, from 1 */
    record Broken(TextEncoding encoding, int line) implements Decoding {}

    /** Nothing speaks clearly for one encoding; a guess could spoil every word. */
    record Unsure() implements Decoding {}
}
