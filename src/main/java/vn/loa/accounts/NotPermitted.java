package vn.loa.accounts;

/** Somebody who is known tried what they may not do. */
public final class NotPermitted extends AccessRefused {
    private static final long serialVersionUID = 1L;

    /** @param act what was tried, for example {@code publish} */
    public NotPermitted(Actor by, String act) {
        super(by.name() + " may not " + act);
    }
}
