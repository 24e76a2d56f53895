package vn.loa.media.documents;

/** Another document is being read: two such processes at once would be a burden for small machines. Nothing has happened; come again in some seconds. */
public final class ReaderBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderBusy() {
        super("Another document is being read");
    }
}
