package vn.loa.programmes.delivery;

import java.io.IOException;

/** What was sent has stopped, if need be in the middle of a file, since something urgent waits for the same target. Nothing has failed: it is sent again. */
final class GaveWay extends IOException {
    private static final long serialVersionUID = 1L;

    GaveWay() {
        super("Something urgent waits");
    }
}
