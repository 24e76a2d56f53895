package vn.loa.media.documents.reader;

import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** How many pages a document may have. */
final class Pages {
    /** A thick book, with room to spare. */
    static final int MOST = 2_000;

    private Pages() {}

    static void requireFew(int pages) {
        if (pages > MOST) {
            throw new DocumentRefused(Refusal.TOO_MANY_PAGES, pages + " pages");
        }
    }
}
