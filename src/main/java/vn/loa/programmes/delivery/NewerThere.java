package vn.loa.programmes.delivery;

/** The other side has something newer than what was sent. */
final class NewerThere extends Exception {
    private static final long serialVersionUID = 1L;

    NewerThere() {
        super("It has a newer revision");
    }
}
