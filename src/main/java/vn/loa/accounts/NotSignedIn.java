package vn.loa.accounts;

/** What was tried needs an account, and nobody is signed in. */
public final class NotSignedIn extends AccessRefused {
    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("Nobody is signed in");
    }
}
