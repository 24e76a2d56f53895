package vn.loa.accounts;

/** What was tried is not open to the one who tried it; nothing has been changed. The message is for the log, answers give no details. */
public abstract sealed class AccessRefused extends RuntimeException permits NotSignedIn, NotPermitted {
    private static final long serialVersionUID = 1L;

    AccessRefused(String message) {
        super(message);
    }
}
