package vn.loa.common.encoding;

/** What came of turning the bytes of a file into letters. */
public sealed interface Decoding {
    /** @param text without byte order mark */
    record Read(TextEncoding encoding, String text) implements Decoding {}

    /** The file is in this encoding, but damaged. @param line with the first damage, from 1 */
    record Broken(TextEncoding encoding, int line) implements Decoding {}

    /** Nothing speaks clearly for one encoding; a guess could spoil every word. */
    record Unsure() implements Decoding {}
}
