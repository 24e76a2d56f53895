package vn.loa.programmes.delivery;

/** What was sent has stopped between two of its files, since something urgent waits for the same target. Nothing has failed. */
final class GaveWay extends Exception {
    private static final long serialVersionUID = 1L;

    GaveWay() {
        super("Something urgent waits");
    }
}
