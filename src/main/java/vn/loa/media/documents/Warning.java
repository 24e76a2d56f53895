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
        TRUNCATED,
        /** The file names who worked on it; the detail has the names, parted by semicolons. */
        AUTHOR,
        /** There are comments beside the text; the detail says how many. */
        COMMENTS,
        /** There are changes that are marked and not yet accepted; the detail says how many. */
        CHANGES,
        /** There are files within the file; the detail says how many. */
        ATTACHMENTS;

        /** Whether it is about what the file tells beside what it says. */
        public boolean isTrace() {
            return this == AUTHOR || this == COMMENTS || this == CHANGES || this == ATTACHMENTS;
        }
    }
}
