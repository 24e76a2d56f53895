package vn.loa.media.uploads;

import java.io.IOException;

/** Who sends an upload went away or fell silent. Nothing is wrong here: what came is kept unless it has a checksum, and can be continued. */
public final class SenderBrokeOff extends IOException {
    private static final long serialVersionUID = 1L;

    SenderBrokeOff(String upload, long received, IOException why) {
        super("Upload %s broke off after %d bytes: %s".formatted(upload, received, why.getMessage()), why);
    }
}
