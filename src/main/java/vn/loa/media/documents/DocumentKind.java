package vn.loa.media.documents;

/** What a document is. Sheets and slides are looked through for harm, but what they say is not read. */
public enum DocumentKind {
    PDF,
    WORD,
    OPEN_TEXT,
    SHEETS,
    SLIDES
}
