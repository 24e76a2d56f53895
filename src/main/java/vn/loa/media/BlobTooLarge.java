package vn.loa.media;

import java.io.IOException;

/** More bytes came than were allowed; none of them were kept. */
public final class BlobTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    public BlobTooLarge(long limit) {
        super("More than " + limit + " bytes");
        this.limit = limit;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
