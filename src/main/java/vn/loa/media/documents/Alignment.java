package vn.loa.media.documents;

/** How the lines of a paragraph stand. */
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT,
    JUSTIFIED
}
