package vn.loa.media.documents;

/**
 * What whoever uses the text of a document should know.
 *
 * @param detail see {@link Kind}
 */
public record Warning(Kind kind, String detail) {
    /** What it is about. */
    public enum Kind {
        /** Pages that are pictures without text; the detail names them, such as {@code 3, 4}. */
        SCANNED,
        /** A font of the time before Unicode (TCVN3, VNI), which the detail names: its text is in another encoding. */
        LEGACY_FONT,
        /** There is more text than is read; the detail says how much was. */
        TRUNCATED
    }
}
