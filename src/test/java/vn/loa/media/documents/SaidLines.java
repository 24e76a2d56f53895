package vn.loa.media.documents;

/** For tests of the other side of the pipe. */
public final class SaidLines {
    private SaidLines() {}

    public static ReadDocument parsed(String said) {
        return ReadingLines.parse(said.lines());
    }
}
